package io.github.agefold.ui;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * One page of the window.
 *
 * @param title what its button says
 * @param keys what its keys do while it is shown
 */
record Page(String title, Ikon icon, Node content, Map<KeyCombination, Runnable> keys) {}
