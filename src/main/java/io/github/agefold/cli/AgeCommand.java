package io.github.agefold.cli;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.latent.Search;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.Aging;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.strip.StripExport;
import io.github.agefold.strip.StripImage;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agefold age}: photos in, strips out. */
@Command(
        name = "age",
        description = "Makes a strip of each photo: the same person in six age groups.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  agefold age photo.jpg --out strip.png", "  agefold age --search identity --out strips *.jpg"})
final class AgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "JPEG, PNG, WebP, TIFF, GIF or BMP")
    private List<Path> photos;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE-or-DIR",
            description = "the strip's PNG; with several photos a folder, in which each strip has its photo's name")
    private Path out;

    @Option(
            names = "--search",
            paramLabel = "SEARCH",
            defaultValue = "TUNED",
            description =
                    "how the likeness is found: z0 (the encoder's guess), pixel, identity, or tuned to the photo; default: tuned")
    private Search search;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "NETWORK",
            description = "network (Age-cGAN, the default) or prototype (the difference of average faces is added)")
    private Method method;

    private enum Method {
        NETWORK,
        PROTOTYPE
    }

    @Option(
            names = "--cells",
            paramLabel = "DIR",
            description = "also write the six faces there, a PNG each; with several photos in a folder for each")
    private Path cells;

    @Option(names = "--face", defaultValue = "1", paramLabel = "N", description = "which face, the largest being 1")
    private int face;

    @Option(
            names = "--size",
            defaultValue = "128",
            paramLabel = "PIXELS",
            description = "side of a face, 64 to 512; default: 128")
    private int size;

    @Option(names = "--no-captions", description = "leave out what stands under the faces")
    private boolean noCaptions;

    @Option(
            names = "--no-mark",
            description = "leave out the line that says that the strip is synthetic; the file still tells programs so")
    private boolean noMark;

    @Option(names = "--json", description = "print a line of JSON for each photo")
    private boolean json;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description = "weights of a training run, in place of the shipped ones")
    private Path weights;

    @Override
    public Integer call() throws Exception {
        StripImage.Options look = look();
        boolean intoFolder = photos.size() > 1 || Files.isDirectory(out);
        Path shipped = WeightsFolder.shipped();
        Path trained = weights == null ? shipped : weights;
        Aging aging = method == Method.PROTOTYPE
                ? AgingNetworks.loadPrototyping(shipped, trained)
                : AgingNetworks.load(shipped, trained);
        ExitCode worst = ExitCode.DONE;
        for (Path file : photos) {
            try {
                age(aging, file, intoFolder ? out.resolve(stem(file) + ".png") : out, look);
            } catch (IOException | NoFaceException | OutOfMemoryError e) {
                spec.commandLine().getErr().println(Failure.sentence(e));
                worst = worst.worse(ExitCode.of(e));
            }
        }
        return worst.code();
    }

    private StripImage.Options look() {
        if (face < 1) {
            throw new ParameterException(spec.commandLine(), "--face counts from 1, got " + face);
        }
        try {
            return new StripImage.Options(size, !noCaptions, !noMark);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--size: " + e.getMessage(), e);
        }
    }

    private void age(Aging aging, Path file, Path target, StripImage.Options look) throws IOException, NoFaceException {
        Photo photo = new PhotoReader().read(file);
        List<DetectedFace> faces = aging.detect(photo);
        if (faces.isEmpty()) {
            throw new NoFaceException("No face found in " + photo.name()
                    + ". Use a photo in which a face looks towards the camera and is at least 40 pixels wide.");
        }
        if (face > faces.size()) {
            throw new NoFaceException(photo.name() + " has " + faces.size()
                    + (faces.size() == 1 ? " face" : " faces") + ", so there is no face " + face
                    + ". Choose a lower --face.");
        }
        AgeStrip strip = aging.age(photo, faces.get(face - 1), search, step -> {}, () -> false);
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        StripExport.png(StripImage.of(strip, look), target);
        if (cells != null) {
            // several photos' cells have the same names, so each photo gets a folder of its own
            StripExport.cells(strip, size, photos.size() > 1 ? cells.resolve(stem(file)) : cells);
        }
        if (json) {
            spec.commandLine().getOut().println(StripJson.of(file, faces, face, found(), strip));
        }
    }

    /** How the columns came about, for the data file. */
    private String found() {
        return (method == Method.PROTOTYPE ? method : search).name().toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
