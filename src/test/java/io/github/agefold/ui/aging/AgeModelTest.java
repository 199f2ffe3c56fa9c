package io.github.agefold.ui.aging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.latent.Search;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.live.LiveNetworks;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.UnreadablePhotoException;
import io.github.agefold.strip.AgeStrip;
import io.github.agefold.strip.Aging;
import io.github.agefold.ui.TintedAging;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.weights.WeightsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AgeModelTest {
    private static final DetectedFace LARGE = TintedAging.face(0, 0, 60);
    private static final DetectedFace SMALL = TintedAging.face(60, 60, 30);
    private static final Photo PHOTO = new Photo("beach.jpg", 100, 100, new byte[30_000]);

    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final ExecutorService files = Executors.newSingleThreadExecutor();
    private NetworkThread networks;
    private AgeModel model;

    /** Networks that stop in the middle until they are let go on, and count what they were asked. */
    private static final class GatedAging implements Aging {
        final CountDownLatch gate = new CountDownLatch(1);
        final AtomicInteger started = new AtomicInteger();
        final AtomicReference<Search> lastSearch = new AtomicReference<>();
        private final TintedAging tinted;

        GatedAging(DetectedFace... faces) {
            tinted = new TintedAging(List.of(faces), 0);
        }

        @Override
        public List<DetectedFace> detect(Photo photo) {
            return tinted.detect(photo);
        }

        @Override
        public AgeStrip age(
                Photo photo, DetectedFace face, Search search, Consumer<SearchStep> progress, BooleanSupplier stop) {
            lastSearch.set(search);
            boolean first = started.incrementAndGet() == 1;
            progress.accept(new SearchStep(5, 10, 0.5, new io.github.agefold.face.Face(new float[12288])));
            while (first && gate.getCount() > 0 && !stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return tinted.age(photo, face, search, step -> {}, stop);
        }

        @Override
        public LiveNetworks live() {
            return tinted.live();
        }
    }

    @AfterEach
    void endThreads() {
        model.close();
        networks.close();
        files.shutdown();
        screen.shutdown();
    }

    @Test
    void beginsEmpty() {
        make(() -> new TintedAging(List.of(LARGE), 0));

        assertThat(model.stateProperty().get()).isEqualTo(AgeState.EMPTY);
        assertThat(model.searchProperty().get()).isEqualTo(Search.TUNED);
        assertThat(model.isBusy()).isFalse();
    }

    @Test
    void photoWithOneFaceIsAgedAtOnce() throws Exception {
        make(() -> new TintedAging(List.of(LARGE), 0));

        open(() -> PHOTO);

        await(AgeState.FINISHED);
        assertThat(model.photoProperty().get()).isSameAs(PHOTO);
        assertThat(model.chosenProperty().get()).isEqualTo(LARGE);
        assertThat(model.stripProperty().get().columns()).hasSize(6);
    }

    @Test
    void photoIsReadingUntilItIsRead() throws Exception {
        make(() -> new TintedAging(List.of(LARGE), 0));
        CountDownLatch disk = new CountDownLatch(1);

        open(() -> {
            awaitQuietly(disk);
            return PHOTO;
        });

        await(AgeState.READING);
        disk.countDown();
        await(AgeState.FINISHED);
    }

    @Test
    void amongSeveralFacesTheUserChoosesAndTheLargestIsPreselected() throws Exception {
        GatedAging aging = new GatedAging(LARGE, SMALL);
        make(() -> aging);

        open(() -> PHOTO);
        await(AgeState.CHOOSING);

        assertThat(model.chosenProperty().get()).isEqualTo(LARGE);
        assertThat(aging.started.get()).isZero();

        aging.gate.countDown();
        onScreen(() -> model.choose(SMALL));
        await(AgeState.FINISHED);
        assertThat(model.stripProperty().get().original().detected()).isEqualTo(SMALL);
    }

    @Test
    void progressShowsIterationLossAndTheFaceForming() throws Exception {
        GatedAging aging = new GatedAging(LARGE);
        make(() -> aging);

        open(() -> PHOTO);
        await(() -> model.stepProperty().get() != null);

        assertThat(model.stateProperty().get()).isEqualTo(AgeState.AGEING);
        SearchStep step = model.stepProperty().get();
        assertThat(step.iteration()).isEqualTo(5);
        assertThat(step.loss()).isEqualTo(0.5);
    }

    @Test
    void cancelledAgeingCanBeStartedAgain() throws Exception {
        GatedAging aging = new GatedAging(LARGE);
        make(() -> aging);
        open(() -> PHOTO);
        // cancelled before, the ageing would not be the one that waits at the gate
        await(() -> aging.started.get() == 1);

        onScreen(model::cancel);
        await(AgeState.CANCELLED);
        assertThat(model.photoProperty().get()).isSameAs(PHOTO);
        assertThat(model.stripProperty().get()).isNull();

        onScreen(model::again);
        await(AgeState.FINISHED);
    }

    @Test
    void newerPhotoCancelsTheOlder() throws Exception {
        GatedAging aging = new GatedAging(LARGE);
        make(() -> aging);
        open(() -> PHOTO);
        await(AgeState.AGEING);
        Photo newer = new Photo("forest.jpg", 100, 100, new byte[30_000]);

        onScreen(() -> model.open("forest.jpg", () -> newer));

        await(AgeState.FINISHED);
        assertThat(model.photoProperty().get()).isSameAs(newer);
        assertThat(aging.gate.getCount())
                .as("the older was stopped, not finished")
                .isOne();
    }

    @Test
    void anotherSearchAgesAnewAndGoingBackShowsTheFirstStripAtOnce() throws Exception {
        GatedAging aging = new GatedAging(LARGE);
        aging.gate.countDown();
        make(() -> aging);
        open(() -> PHOTO);
        await(AgeState.FINISHED);
        AgeStrip byIdentity = model.stripProperty().get();

        onScreen(() -> model.search(Search.PIXEL));
        await(() -> model.stateProperty().get() == AgeState.FINISHED
                && !byIdentity.equals(model.stripProperty().get()));
        assertThat(aging.lastSearch.get()).isEqualTo(Search.PIXEL);

        onScreen(() -> model.search(Search.TUNED));
        assertThat(model.stripProperty().get()).isSameAs(byIdentity);
        assertThat(aging.started.get()).isEqualTo(2);
    }

    @Test
    void photoWithoutFaceSaysWhatToUseInstead() throws Exception {
        make(() -> new TintedAging(List.of(), 0));

        open(() -> PHOTO);

        await(AgeState.FAILED);
        assertThat(model.problemProperty().get())
                .isEqualTo(
                        "No face found in beach.jpg. Use a photo where a face looks towards the camera and is at least "
                                + "40 pixels wide.");
        assertThat(model.canTryAgain()).isFalse();
    }

    @Test
    void unreadablePhotoSaysItsSentence() throws Exception {
        make(() -> new TintedAging(List.of(LARGE), 0));

        open(() -> {
            throw new UnreadablePhotoException("beach.jpg is no picture. Choose another file.");
        });

        await(AgeState.FAILED);
        assertThat(model.problemProperty().get()).isEqualTo("beach.jpg is no picture. Choose another file.");
    }

    @Test
    void missingWeightsSayTheirSentenceAndThePageGoesOnOnceTheyAreThere() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        make(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new WeightsException("generator.safetensors is missing. Put it into weights.");
            }
            return new TintedAging(List.of(LARGE), 0);
        });

        open(() -> PHOTO);
        await(AgeState.FAILED);
        assertThat(model.problemProperty().get()).isEqualTo("generator.safetensors is missing. Put it into weights.");
        assertThat(networks.statusProperty().get()).isEqualTo(NetworkThread.Status.FAILED);

        onScreen(model::again);
        await(AgeState.FINISHED);
        assertThat(networks.problemProperty().get()).isEmpty();
    }

    @Test
    void photoThatComesBeforeTheNetworksWaitsForThem() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        make(() -> {
            loaded.await();
            return new TintedAging(List.of(LARGE), 0);
        });
        networks.load();

        open(() -> PHOTO);
        await(AgeState.DETECTING);
        assertThat(networks.statusProperty().get()).isEqualTo(NetworkThread.Status.LOADING);

        loaded.countDown();
        await(AgeState.FINISHED);
    }

    @Test
    void lackOfMemoryIsSaidInWordsAndTheNextPhotoIsAged() throws Exception {
        make(() -> new TintedAging(List.of(LARGE), 0));

        open(() -> {
            throw new OutOfMemoryError("test");
        });
        await(AgeState.FAILED);
        assertThat(model.problemProperty().get()).startsWith("There was not enough memory");

        open(() -> PHOTO);
        await(AgeState.FINISHED);
    }

    @Test
    void closingStopsTheSearchAtItsNextIterationAndEndsTheThread() throws Exception {
        GatedAging aging = new GatedAging(LARGE);
        make(() -> aging);
        open(() -> PHOTO);
        await(() -> model.stepProperty().get() != null);

        model.close();
        networks.close();

        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("networks")));
    }

    @Test
    void stripIsMadeAnewWithWeightsOfTheSameNameThatHaveLearnedMore() throws Exception {
        make(() -> new TintedAging(List.of(LARGE), 0));
        open(() -> PHOTO);
        await(AgeState.FINISHED);
        for (int used = 1; used <= 2; used++) {
            GatedAging learned = new GatedAging(LARGE);
            learned.gate.countDown();
            networks.use("run", () -> learned, e -> {});
            await(() -> learned.started.get() == 1);
        }
    }

    private void make(Callable<Aging> loading) {
        networks = new NetworkThread(loading, screen);
        model = new AgeModel(networks, files, screen);
    }

    private void open(PhotoSource source) throws Exception {
        onScreen(() -> model.open("beach.jpg", source));
    }

    private void onScreen(Runnable command) throws Exception {
        screen.submit(command).get();
    }

    private void await(AgeState state) throws Exception {
        await(() -> model.stateProperty().get() == state);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!screen.submit(condition).get()) {
            assertThat(System.nanoTime())
                    .as("in time; now " + model.stateProperty().get())
                    .isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
