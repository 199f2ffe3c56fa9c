package io.github.agefold.latent;

/** How the latent vector of a photo is found. */
public enum Search {
    /** z0: the encoder's approximation as it is. */
    Z0,
    /** z*_pixel: z0 optimised until the reconstruction's pixels come close to the photo's. */
    PIXEL,
    /** z*_IP: z0 optimised until FaceNet takes the reconstruction for the person in the photo. */
    IDENTITY
}
