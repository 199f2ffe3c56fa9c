package io.github.agefold.photo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A printer's colour profile of the least sort: what two by two by two by two mixtures of inks look like. */
final class InkProfile {
    private static final int HEADER = 128;

    private InkProfile() {}

    /** An ICC profile, version 2, from CMYK to Lab: no ink is white, all of black is black, and magenta alone is GREEN by this profile. */
    static byte[] bytes() throws IOException {
        List<String> names = List.of("desc", "cprt", "wtpt", "A2B0", "B2A0");
        List<byte[]> tags =
                new ArrayList<>(List.of(description(), text("none"), whitePoint(), inksToLab(), labToInks()));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        DataOutputStream entries = new DataOutputStream(list);
        entries.writeInt(tags.size());
        int start = HEADER + 4 + 12 * tags.size();
        for (int i = 0; i < tags.size(); i++) {
            entries.writeBytes(names.get(i));
            entries.writeInt(start + body.size());
            entries.writeInt(tags.get(i).length);
            body.write(tags.get(i));
            body.write(new byte[(4 - body.size() % 4) % 4]);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        out.writeInt(start + body.size());
        out.writeInt(0);
        out.writeInt(0x02400000);
        out.writeBytes("prtrCMYKLab ");
        out.write(new byte[12]);
        out.writeBytes("acsp");
        out.write(new byte[28]);
        white(out);
        out.write(new byte[HEADER - out.size()]);
        list.writeTo(out);
        body.writeTo(out);
        return all.toByteArray();
    }

    /** Whole segments of a JPEG that hold a profile. */
    static byte[] jpegSegment(byte[] profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0xffe2);
        out.writeShort(2 + 14 + profile.length);
        out.writeBytes("ICC_PROFILE\0\1\1");
        out.write(profile);
        return bytes.toByteArray();
    }

    private static byte[] inksToLab() throws IOException {
        byte[] mixtures = new byte[16 * 3];
        for (int mixture = 0; mixture < 16; mixture++) {
            boolean isBlack = mixture % 2 == 1;
            boolean isMagenta = mixture == 4;
            // lightness of 255, then two colour axes around 128
            mixtures[3 * mixture] = (byte) (isBlack ? 0 : isMagenta ? 150 : mixture == 0 ? 255 : 120);
            mixtures[3 * mixture + 1] = (byte) (isMagenta ? 60 : 128);
            mixtures[3 * mixture + 2] = (byte) (isMagenta ? 190 : 128);
        }
        return table(4, 3, mixtures);
    }

    /** Decoders want one, though they only look. */
    private static byte[] labToInks() throws IOException {
        byte[] mixtures = new byte[8 * 4];
        for (int dark = 0; dark < 4; dark++) {
            mixtures[4 * dark + 3] = (byte) 255;
        }
        return table(3, 4, mixtures);
    }

    private static byte[] table(int in, int out, byte[] mixtures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeBytes("mft1\0\0\0\0");
        data.write(new byte[] {(byte) in, (byte) out, 2, 0});
        for (int i = 0; i < 9; i++) {
            data.writeInt(i % 4 == 0 ? 0x10000 : 0);
        }
        straight(data, in);
        data.write(mixtures);
        straight(data, out);
        return bytes.toByteArray();
    }

    private static void straight(DataOutputStream out, int channels) throws IOException {
        for (int i = 0; i < 256 * channels; i++) {
            out.write(i);
        }
    }

    private static byte[] whitePoint() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("XYZ \0\0\0\0");
        white(out);
        return bytes.toByteArray();
    }

    private static void white(DataOutputStream out) throws IOException {
        out.writeInt(0xf6d6);
        out.writeInt(0x10000);
        out.writeInt(0xd32d);
    }

    private static byte[] description() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("desc\0\0\0\0");
        out.writeInt(4);
        out.writeBytes("ink\0");
        out.write(new byte[78]);
        return bytes.toByteArray();
    }

    private static byte[] text(String words) {
        return ("text\0\0\0\0" + words + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }
}
