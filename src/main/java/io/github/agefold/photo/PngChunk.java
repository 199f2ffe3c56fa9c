package io.github.agefold.photo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/**
 * The head of a PNG's chunk.
 *
 * @param length of its data, which lies 8 bytes after the chunk's place; what the file says, whether or not it is so long
 */
record PngChunk(String type, long length) {
    /** @throws EOFException if the file ends before */
    static PngChunk read(ImageInputStream file, long place) throws IOException {
        file.seek(place);
        file.setByteOrder(ByteOrder.BIG_ENDIAN);
        long length = file.readUnsignedInt();
        byte[] type = new byte[4];
        file.readFully(type);
        return new PngChunk(new String(type, StandardCharsets.ISO_8859_1), length);
    }
}
