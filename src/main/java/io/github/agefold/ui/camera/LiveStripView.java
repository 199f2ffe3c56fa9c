package io.github.agefold.ui.camera;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.live.FaceTracker;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveStrip;
import io.github.agefold.ui.background.NetworkThread;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Six ages of each face, a row a face, the age groups below. */
final class LiveStripView extends Region {
    private static final double GAP = 8;
    private static final double CAPTION_HEIGHT = 24;

    /** Side of a face by the number of rows, in pixels. */
    private static final double[] SIDES = {132, 104, 84, 72};

    private final CameraModel model;
    private final NetworkThread networks;
    private final List<LiveFace> faces = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private final Label words = new Label();
    private final VBox message;
    private int rows = 1;

    LiveStripView(CameraModel model, NetworkThread networks) {
        this.model = model;
        this.networks = networks;
        getStyleClass().add("live-strip");
        for (int i = 0; i < FaceTracker.MOST_FACES * AgeGroup.COUNT; i++) {
            LiveFace face = new LiveFace(AgeGroup.ALL.get(i % AgeGroup.COUNT));
            face.setVisible(i < AgeGroup.COUNT);
            faces.add(face);
        }
        getChildren().addAll(faces);
        for (AgeGroup group : AgeGroup.ALL) {
            Label caption = new Label(group.label());
            caption.getStyleClass().add("face-title");
            caption.setAlignment(Pos.TOP_CENTER);
            captions.add(caption);
        }
        getChildren().addAll(captions);
        words.setId("strip-words");
        words.getStyleClass().add("live-words");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        Button again = new Button("Try again", new FontIcon(Feather.ROTATE_CW));
        again.setId("strip-again");
        again.setOnAction(e -> model.again());
        again.visibleProperty().bind(model.networksProblemProperty().isNotEmpty());
        again.managedProperty().bind(again.visibleProperty());
        message = new VBox(words, again);
        message.getStyleClass().add("live-message");
        message.setAlignment(Pos.CENTER);
        message.setPickOnBounds(false);
        getChildren().add(message);
        model.liveProperty().addListener((p, was, is) -> show(is));
        model.mirroredProperty().addListener((p, was, is) -> turn());
        model.stateProperty().addListener((p, was, is) -> say());
        model.networksProblemProperty().addListener((p, was, is) -> say());
        networks.statusProperty().addListener((p, was, is) -> say());
        turn();
        say();
    }

    private void turn() {
        faces.forEach(face -> face.mirror(model.mirroredProperty().get()));
    }

    private void show(@Nullable LiveFrame live) {
        List<LiveStrip> strips = live == null ? List.of() : live.strips();
        int wanted = Math.max(1, Math.min(FaceTracker.MOST_FACES, strips.size()));
        if (wanted != rows) {
            rows = wanted;
            requestLayout();
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
        for (int i = 0; i < faces.size(); i++) {
            int row = i / AgeGroup.COUNT;
            faces.get(i).setVisible(row < rows);
            if (row < strips.size()) {
                faces.get(i).show(strips.get(row).columns().get(i % AgeGroup.COUNT));
            } else {
                faces.get(i).clear();
            }
        }
        say();
    }

    /** Why there is no strip under a picture. */
    private void say() {
        LiveFrame live = model.liveProperty().get();
        String problem = model.networksProblemProperty().get();
        String sentence = "";
        if (!problem.isEmpty()) {
            sentence = problem;
        } else if (model.stateProperty().get() == CameraState.RUNNING) {
            if (networks.statusProperty().get() == NetworkThread.Status.LOADING) {
                sentence = "Loading the networks…";
            } else if (live != null && live.strips().isEmpty()) {
                sentence = "No face in the picture. Look towards the camera, an arm’s length away.";
            }
        }
        words.setText(sentence);
        message.setVisible(!sentence.isEmpty());
    }

    private double side() {
        double fits = Math.floor((getWidth() - (AgeGroup.COUNT - 1) * GAP) / AgeGroup.COUNT);
        return Math.max(48, Math.min(SIDES[rows - 1], fits));
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows * SIDES[rows - 1] + (rows - 1) * GAP + CAPTION_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double side = side();
        double left = Math.floor((getWidth() - AgeGroup.COUNT * side - (AgeGroup.COUNT - 1) * GAP) / 2);
        for (int i = 0; i < faces.size(); i++) {
            double x = left + i % AgeGroup.COUNT * (side + GAP);
            int row = i / AgeGroup.COUNT;
            faces.get(i).resizeRelocate(x, row * (side + GAP), side, side);
        }
        double below = rows * (side + GAP) - GAP;
        for (int i = 0; i < captions.size(); i++) {
            captions.get(i).resizeRelocate(left + i * (side + GAP), below, side, CAPTION_HEIGHT);
        }
        message.resizeRelocate(left, 0, getWidth() - 2 * left, below);
    }
}
