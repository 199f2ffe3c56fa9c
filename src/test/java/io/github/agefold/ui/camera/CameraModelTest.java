package io.github.agefold.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.camera.CameraException;
import io.github.agefold.camera.Films;
import io.github.agefold.camera.FrameSource;
import io.github.agefold.camera.FrameSources;
import io.github.agefold.camera.Frames;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.Aging;
import io.github.agefold.ui.TintedAging;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CameraModelTest {
    private static final DetectedFace LARGE = TintedAging.face(20, 20, 60);
    private static final DetectedFace SMALL = TintedAging.face(100, 20, 40);

    @TempDir
    Path folder;

    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final ExecutorService files = Executors.newSingleThreadExecutor();
    private final List<FrameSource> cameras = new ArrayList<>();
    private NetworkThread networks;
    private CameraModel model;

    /** A camera that counts how often it is held. */
    private static final class FakeCamera implements FrameSource {
        final AtomicInteger held = new AtomicInteger();
        private final String name;
        volatile boolean plugged = true;

        FakeCamera(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isDevice() {
            return true;
        }

        @Override
        public Frames open() throws IOException {
            check();
            held.incrementAndGet();
            return new Frames() {
                @Override
                public Photo next() throws IOException {
                    check();
                    pause();
                    byte[] rgb = new byte[3 * 160 * 120];
                    Arrays.fill(rgb, (byte) 90);
                    return new Photo(name, 160, 120, rgb);
                }

                @Override
                public double rate() {
                    return 30;
                }

                @Override
                public void close() {
                    held.decrementAndGet();
                }
            };
        }

        private void check() throws IOException {
            if (!plugged) {
                throw new CameraException(name + " is not there. Plug a camera in, then try again.");
            }
        }

        private static void pause() {
            try {
                Thread.sleep(15);
            } catch (InterruptedException e) {
                throw new IllegalStateException("a camera's thread is never interrupted", e);
            }
        }
    }

    private void make(Callable<Aging> loading) {
        networks = new NetworkThread(loading, screen);
        model = new CameraModel(
                networks, files, screen, () -> List.copyOf(cameras), new PreviewSaving(folder, files, screen));
    }

    private void make(DetectedFace... faces) {
        make(() -> new TintedAging(List.of(faces), 1));
    }

    @AfterEach
    void endThreads() throws Exception {
        onScreen(() -> {
            model.close();
            return 0;
        });
        networks.close();
        files.shutdown();
        screen.shutdown();
    }

    @Test
    void noCameraIsSaidAndOneThatIsPluggedInIsFound() throws Exception {
        make(LARGE);
        run(model::start);
        await(() -> model.stateProperty().get() == CameraState.FAILED);
        assertThat(onScreen(() -> model.problemProperty().get())).startsWith("No camera was found.");

        cameras.add(new FakeCamera("Webcam"));
        run(model::again);
        await(() -> model.stateProperty().get() == CameraState.RUNNING);
        assertThat(onScreen(() -> model.problemProperty().get())).isEmpty();
    }

    @Test
    void cameraShowsPicturesAndStripsAndIsLetGoWhenThePageIsLeft() throws Exception {
        FakeCamera camera = new FakeCamera("Webcam");
        cameras.add(camera);
        make(LARGE);
        run(model::start);
        await(() -> model.frameProperty().get() != null
                && live() != null
                && !live().strips().isEmpty());
        assertThat(live().faces().get(0).box()).isEqualTo(LARGE.box());
        assertThat(camera.held).hasValue(1);

        run(model::stop);

        await(() -> camera.held.get() == 0);
        assertThat(onScreen(() -> model.frameProperty().get())).isNull();
        Thread.sleep(100);
        assertThat(onScreen(() -> model.frameProperty().get())).isNull();
        assertThat(onScreen(() -> model.stateProperty().get())).isEqualTo(CameraState.OFF);
    }

    @Test
    void unpluggedCameraIsSaidAndTriedAgain() throws Exception {
        FakeCamera camera = new FakeCamera("Webcam");
        cameras.add(camera);
        make(LARGE);
        run(model::start);
        await(() -> model.stateProperty().get() == CameraState.RUNNING);
        camera.plugged = false;
        await(() -> model.stateProperty().get() == CameraState.FAILED);
        assertThat(onScreen(() -> model.problemProperty().get()))
                .isEqualTo("Webcam is not there. Plug a camera in, then try again.");
        assertThat(camera.held).hasValue(0);

        camera.plugged = true;
        run(model::again);
        await(() -> model.stateProperty().get() == CameraState.RUNNING);
    }

    @Test
    void anotherCameraTakesTheFirstOnesPlace() throws Exception {
        FakeCamera first = new FakeCamera("First");
        FakeCamera second = new FakeCamera("Second");
        cameras.addAll(List.of(first, second));
        make(LARGE);
        run(model::start);
        await(() -> first.held.get() == 1);
        run(() -> model.choose(second));
        await(() -> second.held.get() == 1 && first.held.get() == 0);

        run(model::stop);
        run(model::start);
        await(() -> second.held.get() == 1);
        assertThat(first.held).hasValue(0);
    }

    @Test
    void clickedFaceIsFollowedAndAllHaveRowsOnRequest() throws Exception {
        cameras.add(new FakeCamera("Webcam"));
        make(LARGE, SMALL);
        run(model::start);
        await(() -> live() != null && live().strips().size() == 1);
        int large = live().faces().get(0).id();
        int small = live().faces().get(1).id();
        assertThat(live().followed()).hasValue(large);

        run(() -> model.follow(live().faces().get(1)));
        await(() -> live().followed().orElse(0) == small);
        run(model::followNext);
        await(() -> live().followed().orElse(0) == large);

        run(() -> model.everybodyProperty().set(true));
        await(() -> live().strips().size() == 2);
    }

    @Test
    void frozenFrameComesWithItsFace() throws Exception {
        cameras.add(new FakeCamera("Webcam"));
        make(LARGE, SMALL);
        run(model::start);
        await(() -> live() != null && !live().strips().isEmpty());
        Frozen frozen = onScreen(() -> model.freeze().orElseThrow());
        assertThat(frozen.photo().width()).isEqualTo(160);
        assertThat(frozen.face()).isEqualTo(LARGE.box());
    }

    @Test
    void savingKeepsStripAndFrame() throws Exception {
        cameras.add(new FakeCamera("Webcam"));
        make(LARGE);
        run(model::start);
        await(() -> live() != null && !live().strips().isEmpty());
        run(model::save);
        await(() -> model.noticeProperty().get().text().startsWith("Saved strip and frame"));
        run(model::save);
        await(() -> names().size() == 4);
        assertThat(names()).allMatch(name -> name.matches("camera-\\d{4}-\\d\\d-\\d\\d-\\d{6}(-2)?(-frame)?\\.png"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    @Test
    void badWeightsLeaveThePictureAndSayWhy() throws Exception {
        cameras.add(new FakeCamera("Webcam"));
        make(() -> {
            throw new WeightsException("generator.safetensors is not there. Put it back.");
        });
        run(model::start);
        await(() -> !model.networksProblemProperty().get().isEmpty());
        assertThat(onScreen(() -> model.networksProblemProperty().get())).startsWith("generator.safetensors");
        assertThat(onScreen(() -> model.stateProperty().get())).isEqualTo(CameraState.RUNNING);
    }

    @Test
    void filmIsShownAndStaysAmongTheSources() throws Exception {
        make(LARGE);
        Path film = Films.avi(folder.resolve("film.avi"), List.of(Films.frame(Films.Pose.MIDDLE)));
        run(() -> model.openFilm(FrameSources.film(film)));
        await(() -> model.stateProperty().get() == CameraState.RUNNING);
        run(model::stop);
        cameras.add(new FakeCamera("Webcam"));
        run(model::start);
        await(() -> model.sourcesProperty().get().size() == 2);
        assertThat(onScreen(() -> model.sourceProperty().get()).name()).isEqualTo("film.avi");
    }

    private LiveFrame live() {
        return model.liveProperty().get();
    }

    private void run(Runnable command) throws Exception {
        onScreen(() -> {
            command.run();
            return 0;
        });
    }

    private <T> T onScreen(Callable<T> asked) throws Exception {
        return screen.submit(asked).get(10, TimeUnit.SECONDS);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!onScreen(condition)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
