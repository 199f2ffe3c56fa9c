package io.github.agefold.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A photo in native memory, with its halves as far as they are asked for: squares of any size, place and turn are cut out of it
 * without aliasing. Points are continuous: the first pixel reaches from 0 to 1.
 */
final class PhotoPyramid implements AutoCloseable {
    /** What a square shows beyond the photo's edges. */
    enum Beyond {
        BLACK(BORDER_CONSTANT),
        /** The edge's pixels, on and on. */
        EDGE(BORDER_REPLICATE);

        private final int border;

        Beyond(int border) {
            this.border = border;
        }
    }

    private final Photo photo;
    private final BytePointer pixels;
    private final List<Mat> levels = new ArrayList<>();

    PhotoPyramid(Photo photo) {
        this.photo = photo;
        pixels = new BytePointer(photo.rgb());
        levels.add(new Mat(photo.height(), photo.width(), CV_8UC3, pixels));
    }

    Photo photo() {
        return photo;
    }

    /**
     * Cuts out a square.
     *
     * @param toPhoto from the square's points to the photo's
     * @param side of the square, in pixels
     * @return RGB, row by row, three bytes a pixel
     */
    @SuppressWarnings("try") // the scope is there to be closed
    byte[] cut(Similarity toPhoto, int side, Beyond beyond) {
        Mat level = level(toPhoto.scale());
        try (PointerScope scope = new PointerScope()) {
            double shrinkX = (double) level.cols() / photo.width();
            double shrinkY = (double) level.rows() / photo.height();
            // where pixels of the level are left out, twice as many are taken and averaged
            int finer = toPhoto.scale() * shrinkX > 1 ? 2 : 1;
            Mat matrix = new Mat(2, 3, CV_64F);
            try (DoubleIndexer entries = matrix.createIndexer()) {
                // OpenCV counts from the middle of the first pixel
                double middle = 0.5 / finer;
                entries.put(0, 0, shrinkX * toPhoto.a() / finer, -shrinkX * toPhoto.b() / finer)
                        .put(0, 2, shrinkX * toPhoto.mapX(middle, middle) - 0.5)
                        .put(1, 0, shrinkY * toPhoto.b() / finer, shrinkY * toPhoto.a() / finer)
                        .put(1, 2, shrinkY * toPhoto.mapY(middle, middle) - 0.5);
            }
            Mat square = new Mat();
            Size size = new Size(side * finer, side * finer);
            int how = INTER_LINEAR | WARP_INVERSE_MAP;
            warpAffine(level, square, matrix, size, how, beyond.border, Scalar.BLACK);
            if (finer > 1) {
                resize(square, square, new Size(side, side), 0, 0, INTER_AREA);
            }
            byte[] rgb = new byte[3 * side * side];
            square.data().get(rgb);
            return rgb;
        }
    }

    /** The smallest level that still has a pixel for each of a square's, whose pixels are {@code scale} of the photo's. */
    private Mat level(double scale) {
        int index = 0;
        for (double s = scale; s >= 2; s /= 2) {
            index++;
        }
        while (levels.size() <= index) {
            Mat last = levels.get(levels.size() - 1);
            Mat half = new Mat();
            try (Size size = new Size((last.cols() + 1) / 2, (last.rows() + 1) / 2)) {
                resize(last, half, size, 0, 0, INTER_AREA);
            }
            levels.add(half);
        }
        return levels.get(index);
    }

    @Override
    public void close() {
        levels.forEach(Mat::close);
        levels.clear();
        pixels.close();
    }
}
