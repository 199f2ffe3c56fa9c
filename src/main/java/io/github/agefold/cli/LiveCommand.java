package io.github.agefold.cli;

import io.github.agefold.camera.ClipWriter;
import io.github.agefold.camera.FrameSource;
import io.github.agefold.camera.FrameSources;
import io.github.agefold.camera.Frames;
import io.github.agefold.live.Following;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveOptions;
import io.github.agefold.live.LivePreview;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.strip.PreviewImage;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agefold live}: the camera's preview, or a film's, as a film. */
@Command(
        name = "live",
        description =
                "Writes the live preview as a film: each frame with the face in six age groups. Ctrl+C ends it whole.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  agefold live --source 0 --seconds 20 --out me.avi"})
final class LiveCommand implements Callable<Integer> {
    private static final int FRAMES_BETWEEN_LINES = 30;

    /** A camera's clip can't know its rate beforehand: this computer decides how many frames get done. */
    private static final double CAMERA_CLIP_RATE = 15;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE-or-INDEX",
            description = "an AVI with Motion JPEG, a folder of pictures, or a camera's number (0 is the first)")
    private String source;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the clip, an AVI with Motion JPEG")
    private Path out;

    @Option(names = "--faces", defaultValue = "1", paramLabel = "N", description = "rows of strips, 1 to 4; default: 1")
    private int faces;

    @Option(
            names = "--steadiness",
            defaultValue = "0.5",
            paramLabel = "SHARE",
            description = "how strongly z is steadied, 0 to 1; default: 0.5")
    private double steadiness;

    @Option(names = "--mirror", description = "as in a mirror")
    private boolean mirror;

    @Option(names = "--landmarks", description = "draw boxes and landmarks")
    private boolean landmarks;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "end after so many; without it a camera goes on until Ctrl+C")
    private @Nullable Double seconds;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description = "weights of a training run, in place of the shipped ones")
    private @Nullable Path weights;

    @Override
    public Integer call() throws Exception {
        PreviewImage.Options look = look();
        LiveOptions options = options();
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".avi")) {
            throw new ParameterException(spec.commandLine(), "--out must end in .avi, got " + out);
        }
        FrameSource from = FrameSources.parse(source);
        Path shipped = WeightsFolder.shipped();
        // before the networks: a camera that is not there is told of at once
        try (ShutdownRequest shutdown = new ShutdownRequest();
                Frames frames = from.open()) {
            LivePreview preview = new LivePreview(AgingNetworks.load(shipped, weights == null ? shipped : weights)
                    .live());
            Files.createDirectories(out.toAbsolutePath().getParent());
            return write(from, frames, preview, options, look, shutdown::isRequested);
        }
    }

    private PreviewImage.Options look() {
        try {
            return new PreviewImage.Options(faces, mirror, landmarks);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--faces: " + e.getMessage(), e);
        }
    }

    private LiveOptions options() {
        if (seconds != null && !(seconds > 0)) {
            throw new ParameterException(spec.commandLine(), "--seconds must be above 0, got " + seconds);
        }
        try {
            return new LiveOptions(faces == 1 ? Following.ONE : Following.ALL, steadiness);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--steadiness: " + e.getMessage(), e);
        }
    }

    /** A film goes by its own time, however long its frames take; a camera by the clock. */
    private int write(
            FrameSource from,
            Frames frames,
            LivePreview preview,
            LiveOptions options,
            PreviewImage.Options look,
            BooleanSupplier stop)
            throws IOException, NoFaceException {
        Photo frame = frames.next();
        if (frame == null) {
            throw new IOException(from.name() + " holds no pictures. Choose another film.");
        }
        PreviewImage image = new PreviewImage(frame, look);
        double rate = from.isDevice() ? CAMERA_CLIP_RATE : frames.rate();
        long begin = System.nanoTime();
        int written = 0;
        int withFace = 0;
        try (ClipWriter clip = new ClipWriter(out, image.width(), image.height(), rate)) {
            boolean room = true;
            while (frame != null && room && !stop.getAsBoolean()) {
                double elapsed = (System.nanoTime() - begin) / 1e9;
                double time = from.isDevice() ? elapsed : written / rate;
                if (seconds != null && time >= seconds) {
                    break;
                }
                LiveFrame made = preview.next(frame, time, options);
                withFace += made.strips().isEmpty() ? 0 : 1;
                // a camera's frame stands until the next is done
                int until = from.isDevice()
                        ? (int) Math.max(written + 1, (System.nanoTime() - begin) / 1e9 * rate)
                        : written + 1;
                Photo drawn = image.of(made);
                for (; written < until && room; written++) {
                    room = clip.write(drawn);
                }
                if (written % FRAMES_BETWEEN_LINES == 0) {
                    say(written + " frames");
                }
                frame = frames.next();
            }
            clip.finish();
        }
        say(String.format(
                Locale.ROOT,
                "%d frames, %d with a face, %.1f a second: %s",
                written,
                withFace,
                written / ((System.nanoTime() - begin) / 1e9),
                out));
        if (withFace == 0) {
            throw new NoFaceException("No face was found in " + from.name()
                    + "; the clip shows its frames alone. Use a film in which a face looks towards the camera.");
        }
        return ExitCode.DONE.code();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
