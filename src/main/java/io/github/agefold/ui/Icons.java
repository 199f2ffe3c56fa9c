package io.github.agefold.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The program's icon, in the sizes that a system may ask for. */
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private Icons() {}

    static Image[] all() {
        return SIZES.stream().map(Icons::of).toArray(Image[]::new);
    }

    /** @param pixels one of the sizes that assets/icon has */
    static Image of(int pixels) {
        String name = "/io/github/agefold/icon/agefold-" + pixels + ".png";
        return new Image(Objects.requireNonNull(Icons.class.getResource(name)).toExternalForm());
    }
}
