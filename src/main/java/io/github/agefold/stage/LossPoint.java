package io.github.agefold.stage;

import java.util.Map;

/**
 * What one training step gave.
 *
 * @param stage its name
 * @param step how many steps the stage has taken, this one included
 * @param epoch how often the stage has gone through the training faces
 * @param seconds the step took
 * @param losses by name, in a fixed order
 */
public record LossPoint(String stage, long step, double epoch, double seconds, Map<String, Double> losses) {}
