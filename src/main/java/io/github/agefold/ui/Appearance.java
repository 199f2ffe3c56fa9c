package io.github.agefold.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Light or dark, as the user chose it last. */
final class Appearance {
    private static final String DARK = "dark";

    private final Preferences preferences;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** @param preferences where the choice is remembered */
    Appearance(Preferences preferences) {
        this.preferences = preferences;
        dark.set(preferences.getBoolean(DARK, false));
        apply();
    }

    void toggle() {
        dark.set(!dark.get());
        preferences.putBoolean(DARK, dark.get());
        apply();
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
