/**
 * In: a picture file, the clipboard or a camera frame. Out: an upright, opaque RGB {@link io.github.agefold.photo.Photo}.
 *
 * <p>ImageIO decodes, with TwelveMonkeys for what the JDK lacks. OpenCV's decoder is not used: it drops transparency without
 * blending, reads cut-off files without a word, and takes a decompression bomb's memory.
 *
 * <p>What a file asks of the machine is looked up in its headers before a decoder sees it: decoders believe a profile's length, keep all
 * scans of a JPEG in memory, unpack notes. What remains has ten seconds of a processor.
 */
package io.github.agefold.photo;
