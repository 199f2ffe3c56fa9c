package io.github.agefold.evaluation;

/**
 * What the networks say of some faces, a face an index.
 *
 * @param embeddings of each judge, in their order: [judge][face][length]
 * @param features of FaceRes, for the kernel distance
 * @param ages in years
 * @param found whether the detector finds a face in the picture
 * @param sharpness see {@link Sharpness}
 */
record Looks(float[][][] embeddings, float[][] features, float[] ages, boolean[] found, double[] sharpness) {}
