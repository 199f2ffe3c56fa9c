package io.github.agefold.bench;

/** How the generator goes up in resolution. Both have the same outputs for the same 5x5 kernels. */
enum Upsampling {
    /** Nearest neighbours, then a 5x5 convolution, as the article has it. */
    PLAIN,
    /** One 3x3 convolution to four times the channels, then depth to space, as Agefold runs it; its 3x3 kernels are trained as they are. */
    FOLDED
}
