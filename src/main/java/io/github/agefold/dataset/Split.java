package io.github.agefold.dataset;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which part of a data set a face belongs to. It hangs on the file's name alone, so it is the same on every machine, for ever. */
public enum Split {
    /** What the networks learn from: 90 %. */
    TRAIN,
    /** What a run is watched on: 5 %, never trained on. */
    VALIDATION,
    /** What the final figures are measured on: 5 %, never trained on. */
    TEST;

    private static final int BUCKETS = 100;
    private static final int VALIDATION_BUCKETS = 5;
    private static final int TEST_BUCKETS = 5;

    /** The part that a face of this file name is in. */
    public static Split of(String fileName) {
        CRC32 crc = new CRC32();
        crc.update(fileName.getBytes(StandardCharsets.UTF_8));
        long bucket = crc.getValue() % BUCKETS;
        if (bucket < VALIDATION_BUCKETS) {
            return VALIDATION;
        }
        return bucket < VALIDATION_BUCKETS + TEST_BUCKETS ? TEST : TRAIN;
    }
}
