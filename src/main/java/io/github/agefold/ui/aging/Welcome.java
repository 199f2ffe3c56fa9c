package io.github.agefold.ui.aging;

import atlantafx.base.theme.Styles;
import io.github.agefold.ui.background.NetworkThread;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the page says before there is a photo: what to do, what will happen, whom to ask, and where the
 * photo stays.
 */
final class Welcome extends VBox {
    Welcome(NetworkThread networks, Runnable open, Runnable paste) {
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        FontIcon icon = new FontIcon(Feather.IMAGE);
        icon.getStyleClass().add("welcome-icon");
        Label title = new Label("Drop a photo here");
        title.getStyleClass().add(Styles.TITLE_2);
        Button choose = new Button("Choose a photo…", new FontIcon(Feather.FOLDER));
        choose.setId("welcome-open");
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setDefaultButton(true);
        choose.setTooltip(Keys.tooltip("Open a picture file", Keys.OPEN));
        choose.setOnAction(e -> open.run());
        Button clipboard = new Button("Paste", new FontIcon(Feather.CLIPBOARD));
        clipboard.setId("welcome-paste");
        clipboard.setTooltip(Keys.tooltip("Take a photo from the clipboard", Keys.PASTE));
        clipboard.setOnAction(e -> paste.run());
        HBox buttons = new HBox(choose, clipboard);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER);
        Label happens =
                new Label("Agefold finds the face, learns what makes it this person’s, and shows it in six age groups, "
                        + "from 0–18 to 60+.");
        Label stays = new Label("The photo stays on this computer.", new FontIcon(Feather.LOCK));
        Label consent = new Label(
                "Ask people before you age their faces. What you see is invented: show it as synthetic, not as a prediction.");
        consent.setId("consent");
        consent.setMaxWidth(440);
        for (Label words : new Label[] {happens, stays, consent}) {
            words.getStyleClass().add("quiet");
            words.setWrapText(true);
            words.setTextAlignment(TextAlignment.CENTER);
        }
        happens.setMaxWidth(440);
        getChildren().addAll(icon, title, buttons, happens, consent, stays, networksProblem(networks));
    }

    /** Seen only when the networks could not be loaded: why, and a way to go on once that is put right. */
    private static VBox networksProblem(NetworkThread networks) {
        Label why = new Label();
        why.setId("networks-problem");
        why.textProperty().bind(networks.problemProperty());
        why.setWrapText(true);
        why.setTextAlignment(TextAlignment.CENTER);
        why.setMaxWidth(560);
        why.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        Button again = new Button("Load again", new FontIcon(Feather.ROTATE_CW));
        again.setId("load-again");
        again.setOnAction(e -> networks.load());
        VBox box = new VBox(why, again);
        box.getStyleClass().add("networks-problem");
        box.visibleProperty().bind(networks.problemProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }
}
