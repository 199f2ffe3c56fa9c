package io.github.agefold.ui;

import atlantafx.base.theme.Styles;
import io.github.agefold.ui.background.NetworkThread;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Around the pages: the name, the way from page to page, light and dark, and how the networks are. */
final class Shell extends BorderPane {
    private final NetworkThread networks;
    private final Label networksLine = new Label();
    private final Map<Page, ToggleButton> buttons = new HashMap<>();

    Shell(List<Page> pages, NetworkThread networks, Appearance appearance) {
        this.networks = networks;
        getStyleClass().add("shell");
        ImageView icon = new ImageView(Icons.of(48));
        icon.setFitHeight(24);
        icon.setFitWidth(24);
        Label name = new Label("Agefold", icon);
        name.getStyleClass().add("app-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        networksLine.getStyleClass().addAll("quiet", "networks-line");
        networksLine.setId("networks");
        HBox top = new HBox(name, navigation(pages), space, networksLine, themeButton(appearance));
        top.getStyleClass().add("top-bar");
        top.setAlignment(Pos.CENTER_LEFT);
        // the page before the bar: the keyboard's focus begins there
        show(pages.get(0));
        setTop(top);
        networks.statusProperty().addListener((p, was, is) -> show(is));
        networks.weightsProperty()
                .addListener((p, was, is) -> show(networks.statusProperty().get()));
        show(networks.statusProperty().get());
    }

    /** One button a page; a page that is alone needs none. */
    private HBox navigation(List<Page> pages) {
        HBox navigation = new HBox();
        navigation.getStyleClass().add("navigation");
        if (pages.size() > 1) {
            ToggleGroup group = new ToggleGroup();
            for (Page page : pages) {
                ToggleButton button = new ToggleButton(page.title(), new FontIcon(page.icon()));
                button.setId("page-" + page.title().toLowerCase(Locale.ROOT));
                button.getStyleClass().add(Styles.FLAT);
                button.setToggleGroup(group);
                button.setSelected(page.equals(pages.get(0)));
                button.setOnAction(e -> {
                    button.setSelected(true);
                    show(page);
                });
                buttons.put(page, button);
                navigation.getChildren().add(button);
            }
        }
        return navigation;
    }

    /** Goes to a page, as its button does. */
    void open(Page page) {
        ToggleButton button = buttons.get(page);
        if (button != null) {
            button.fire();
        }
    }

    private void show(Page page) {
        setCenter(page.content());
        if (getScene() != null) {
            getScene().getAccelerators().clear();
            getScene().getAccelerators().putAll(page.keys());
        } else {
            sceneProperty()
                    .addListener((p, was, scene) -> scene.getAccelerators().putAll(page.keys()));
        }
    }

    private static Button themeButton(Appearance appearance) {
        Button button = new Button();
        button.setId("theme");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(e -> appearance.toggle());
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        Runnable refresh = () -> {
            boolean dark = appearance.darkProperty().get();
            button.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
            tooltip.setText(dark ? "Light colours" : "Dark colours");
            button.setAccessibleText(tooltip.getText());
        };
        appearance.darkProperty().addListener((p, was, is) -> refresh.run());
        refresh.run();
        return button;
    }

    private void show(NetworkThread.Status status) {
        networksLine.setText(
                switch (status) {
                    case LOADING -> "Loading the networks…";
                    case READY ->
                        networks.weightsProperty().get().isEmpty()
                                ? ""
                                : "Weights of " + networks.weightsProperty().get();
                    case FAILED -> "Networks not loaded";
                });
    }
}
