package io.github.agefold.evaluation;

/**
 * A face recogniser and where it draws the line.
 *
 * @param name of the recogniser
 * @param impartial whether nothing was ever optimised by it
 * @param samePerson distance below which a reconstruction is taken for the person in the photo
 * @param crossAge distance below which a face of another age is
 * @param thresholdFrom where {@code samePerson} comes from, for the reader
 */
public record Judge(String name, boolean impartial, double samePerson, double crossAge, String thresholdFrom) {}
