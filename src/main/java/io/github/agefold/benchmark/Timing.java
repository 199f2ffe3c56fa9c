package io.github.agefold.benchmark;

/**
 * How long a piece of work takes.
 *
 * @param name of the work
 * @param milliseconds median
 */
public record Timing(String name, double milliseconds) {}
