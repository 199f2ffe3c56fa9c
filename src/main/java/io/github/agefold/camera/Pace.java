package io.github.agefold.camera;

/** Holds a film back to its own rate. */
final class Pace {
    private final double step;
    private long due = System.nanoTime();

    /** @param rate frames a second; 0 for what comes at its own pace */
    Pace(double rate) {
        step = rate == 0 ? 0 : 1e9 / rate;
    }

    /** Waits until the next frame is due; a film that has fallen behind does not hurry after. */
    void await() {
        if (step == 0) {
            return;
        }
        long now = System.nanoTime();
        if (now < due) {
            try {
                Thread.sleep((due - now) / 1_000_000, (int) ((due - now) % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            due += (long) step;
        } else {
            due = (long) Math.max(due + step, (double) now);
        }
    }
}
