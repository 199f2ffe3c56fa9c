package io.github.agefold.latent;

/** How a photo's likeness is found. */
public enum Search {
    /** z0: the encoder's approximation as it is. */
    Z0,
    /** z*_pixel: z0 optimised until the reconstruction's pixels come close to the photo's. */
    PIXEL,
    /** z*_IP: z0 optimised until FaceNet takes the reconstruction for the person in the photo. */
    IDENTITY,
    /** Around z0 the generator itself is tuned to the photo. */
    TUNED
}
