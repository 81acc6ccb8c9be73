package dev.callsheet.fetch;

import java.time.Duration;

/**
 * When everybody has to wait. A single request that is told to come later waits alone; when as many in a row are told
 * so as are under way, the API means all of them, and nothing is asked until the last has waited.
 */
final class Pace {

    private final int most;
    private int throttledInRow;
    private long until;
    private boolean paused;

    /** @param most requests told to come later, one after the other, before all wait */
    Pace(int most) {
        this.most = most;
    }

    synchronized void throttled(Duration wait) {
        throttledInRow++;
        long end = System.nanoTime() + wait.toNanos();
        if (throttledInRow >= most && (!paused || end - until > 0)) {
            paused = true;
            until = end;
        }
    }

    /** Something was answered. */
    synchronized void answered() {
        throttledInRow = 0;
    }

    /** How long to wait before the next request, in nanoseconds; 0 or less when it may go. */
    synchronized long pause() {
        if (!paused) {
            return 0;
        }
        long left = until - System.nanoTime();
        paused = left > 0;
        return left;
    }
}
