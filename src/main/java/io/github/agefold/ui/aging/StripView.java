package io.github.agefold.ui.aging;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.AgedFace;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The strip on the screen: the original, a gap, six columns; faces grow with the window. Empty tiles show where faces will be. */
final class StripView extends Region {
    private static final double GAP = 12;
    private static final double GAP_AFTER_ORIGINAL = 36;
    private static final double SMALLEST_FACE = 64;
    private static final double LARGEST_FACE = 320;
    private static final double GAPS = GAP_AFTER_ORIGINAL + (AgeGroup.COUNT - 1) * GAP;
    private static final int FACES = 1 + AgeGroup.COUNT;

    private final FaceColumn original = new FaceColumn("Original");
    private final List<FaceColumn> columns =
            AgeGroup.ALL.stream().map(FaceColumn::of).toList();

    StripView() {
        getStyleClass().add("strip-view");
        getChildren().add(original);
        getChildren().addAll(columns);
    }

    /** Shows a strip, or empty tiles. */
    void show(@Nullable AgeStrip strip) {
        if (strip == null) {
            original.clear();
            columns.forEach(FaceColumn::clear);
            return;
        }
        original.showOriginal(strip.original().face(), strip.estimatedAge());
        for (AgedFace aged : strip.columns()) {
            columns.get(aged.group().ordinal()).show(aged, aged.group() == strip.ownGroup());
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double side = width < 0 ? SMALLEST_FACE : sideFor(width);
        return snappedTopInset() + side + FaceColumn.CAPTION_HEIGHT + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return snappedTopInset() + SMALLEST_FACE + FaceColumn.CAPTION_HEIGHT + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + FACES * SMALLEST_FACE + GAPS + snappedRightInset();
    }

    private double sideFor(double width) {
        double room = width - snappedLeftInset() - snappedRightInset() - GAPS;
        return Math.max(SMALLEST_FACE, Math.min(LARGEST_FACE, Math.floor(room / FACES)));
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight() - snappedTopInset() - snappedBottomInset() - FaceColumn.CAPTION_HEIGHT;
        double side = Math.max(SMALLEST_FACE, Math.min(Math.floor(high), sideFor(getWidth())));
        double x = Math.floor((getWidth() - FACES * side - GAPS) / 2);
        double y = snappedTopInset();
        place(original, x, y, side);
        x += side + GAP_AFTER_ORIGINAL;
        for (FaceColumn column : columns) {
            place(column, x, y, side);
            x += side + GAP;
        }
    }

    private static void place(FaceColumn column, double x, double y, double side) {
        column.resizeFace(side);
        column.resizeRelocate(x, y, side, side + FaceColumn.CAPTION_HEIGHT);
    }
}
