package dev.callsheet.web;

import java.time.Duration;

/** Sizes and times in messages. */
public final class WebWords {

    private static final int MEGABYTE = 1 << 20;

    private WebWords() {}

    /** A number of bytes, such as {@code 64 MB}. */
    public static String bytes(long bytes) {
        return bytes < MEGABYTE ? bytes + " bytes" : bytes / MEGABYTE + " MB";
    }

    /** A time, such as {@code 30 s}. */
    public static String time(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
