package io.github.agefold.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.camera.Capture.Condition;
import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of cameras that do not do what cameras should. */
@Timeout(20)
class CaptureTest {
    private static final Capture.Patience SHORT = new Capture.Patience(400, 400, 200);

    private final Told told = new Told();
    private final FakeCamera camera = new FakeCamera();
    private Capture capture;

    private static final class Told implements Capture.Listener {
        final BlockingQueue<String> conditions = new LinkedBlockingQueue<>();
        final AtomicInteger frames = new AtomicInteger();

        @Override
        public void frame(Photo frame, long grabbed, double milliseconds) {
            frames.incrementAndGet();
        }

        @Override
        public void condition(Condition condition, String sentence) {
            conditions.add((condition + " " + sentence).strip());
        }

        String next() throws InterruptedException {
            return String.valueOf(conditions.poll(10, TimeUnit.SECONDS));
        }
    }

    /** A camera that does what it is told. */
    private static final class FakeCamera implements FrameSource {
        final CountDownLatch gate = new CountDownLatch(1);
        final CountDownLatch hanging = new CountDownLatch(1);
        final AtomicInteger open = new AtomicInteger();
        final AtomicInteger opened = new AtomicInteger();
        volatile int brightness = 200;
        volatile boolean hangsOnOpening;
        volatile int framesUntilItHangs = Integer.MAX_VALUE;
        volatile int framesUntilItFails = Integer.MAX_VALUE;
        volatile String refusal = "";

        @Override
        public String name() {
            return "Fake";
        }

        @Override
        public boolean isDevice() {
            return true;
        }

        @Override
        public Frames open() throws IOException {
            if (!refusal.isEmpty()) {
                throw new CameraException(refusal);
            }
            if (hangsOnOpening) {
                hang();
            }
            open.incrementAndGet();
            opened.incrementAndGet();
            return new Frames() {
                private int count;

                @Override
                public Photo next() throws IOException {
                    if (count++ >= framesUntilItHangs) {
                        hang();
                    }
                    if (count > framesUntilItFails) {
                        throw new CameraException("Fake gives no more pictures.");
                    }
                    pause();
                    byte[] rgb = new byte[3 * 8 * 8];
                    Arrays.fill(rgb, (byte) brightness);
                    return new Photo("Fake", 8, 8, rgb);
                }

                @Override
                public double rate() {
                    return 30;
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }

        private static void pause() {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException("a camera's thread is never interrupted", e);
            }
        }

        private void hang() {
            hanging.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("a camera's thread is never interrupted", e);
            }
        }
    }

    private void start() {
        capture = Capture.start(camera, told, SHORT, null);
    }

    @AfterEach
    void end() {
        camera.gate.countDown();
        capture.close();
        assertThat(capture.awaitRelease(5000)).isTrue();
        assertThat(camera.open).hasValue(0);
    }

    @Test
    void goodCameraRunsAndIsLetGo() throws Exception {
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("RUNNING");
        while (told.frames.get() < 5) {
            Thread.onSpinWait();
        }
        capture.close();
        assertThat(capture.awaitRelease(2000)).isTrue();
        assertThat(camera.open).hasValue(0);
        int frames = told.frames.get();
        Thread.sleep(100);
        assertThat(told.frames).hasValue(frames);
    }

    @Test
    void refusalIsTold() throws Exception {
        camera.refusal = "Fake could not be opened. Close other programs that may be using it, then try again.";
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("FAILED " + camera.refusal);
    }

    @Test
    void openingThatNeverEndsIsTold() throws Exception {
        camera.hangsOnOpening = true;
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next())
                .isEqualTo("FAILED Fake gives no pictures. Unplug it and plug it in again, then try again.");
    }

    @Test
    void frameThatNeverComesIsTold() throws Exception {
        camera.framesUntilItHangs = 3;
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("RUNNING");
        assertThat(told.next())
                .isEqualTo("FAILED Fake gives no more pictures. Unplug it and plug it in again, then try again.");
        assertThat(told.frames).hasValue(3);
    }

    @Test
    void unpluggedCameraIsToldAndLetGo() throws Exception {
        camera.framesUntilItFails = 3;
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("RUNNING");
        assertThat(told.next()).isEqualTo("FAILED Fake gives no more pictures.");
    }

    @Test
    void blackPicturesAreToldUntilThereIsLight() throws Exception {
        camera.brightness = 9;
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("RUNNING");
        assertThat(told.next()).startsWith("BLACK Fake gives only black pictures.");
        camera.brightness = 120;
        assertThat(told.next()).isEqualTo("RUNNING");
    }

    @Test
    void deviceThatIsStillHeldIsWaitedFor() throws Exception {
        camera.framesUntilItHangs = 1;
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("RUNNING");
        assertThat(camera.hanging.await(10, TimeUnit.SECONDS)).isTrue();
        capture.close();
        Told second = new Told();
        Capture after = Capture.start(camera, second, new Capture.Patience(5000, 5000, 5000), capture);
        assertThat(second.next()).isEqualTo("OPENING");
        Thread.sleep(100);
        assertThat(camera.opened).hasValue(1);

        camera.framesUntilItHangs = Integer.MAX_VALUE;
        camera.gate.countDown();

        assertThat(second.next()).isEqualTo("RUNNING");
        after.close();
        assertThat(after.awaitRelease(5000)).isTrue();
    }

    @Test
    void deviceThatIsNeverLetGoIsTold() throws Exception {
        camera.framesUntilItHangs = 1;
        start();
        assertThat(told.next()).isEqualTo("OPENING");
        assertThat(told.next()).isEqualTo("RUNNING");
        assertThat(camera.hanging.await(10, TimeUnit.SECONDS)).isTrue();
        capture.close();
        Told second = new Told();
        Capture after = Capture.start(camera, second, SHORT, capture);
        assertThat(second.next()).isEqualTo("OPENING");
        assertThat(second.next()).startsWith("FAILED Fake gives no pictures.");
        assertThat(after.awaitRelease(5000)).isTrue();
    }

    @Test
    void filmBeginsAnewAtItsEnd() throws Exception {
        FrameSource film = new FrameSource() {
            @Override
            public String name() {
                return "film";
            }

            @Override
            public boolean isDevice() {
                return false;
            }

            @Override
            public Frames open() {
                camera.opened.incrementAndGet();
                Iterator<Photo> frames =
                        List.of(new Photo("film", 1, 1, new byte[] {9, 99, 9})).iterator();
                return new Frames() {
                    @Override
                    public Photo next() {
                        return frames.hasNext() ? frames.next() : null;
                    }

                    @Override
                    public double rate() {
                        return 200;
                    }

                    @Override
                    public void close() {}
                };
            }
        };
        capture = Capture.start(film, told, SHORT, null);
        while (told.frames.get() < 3) {
            Thread.onSpinWait();
        }
        assertThat(camera.opened.get()).isGreaterThanOrEqualTo(3);
    }
}
