package io.github.agefold.photo;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears whether a decoder ran out of bytes. Decoders of JPEG only warn of that and fill the rest with grey; of harmless things,
 * such as CMYK without a colour profile, they warn too.
 */
final class Truncation implements IIOReadWarningListener {
    private boolean seen;

    boolean isSeen() {
        return seen;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        seen |= text.contains("truncated") || text.contains("premature end") || text.contains("end of file");
    }
}
