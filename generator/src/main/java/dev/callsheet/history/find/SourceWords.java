package dev.callsheet.history.find;

import java.time.Duration;

/** Sizes, times and numbers of files in messages. */
final class SourceWords {

    private static final int MEGABYTE = 1 << 20;

    private SourceWords() {}

    /** A number of bytes, such as {@code 64 MB}. */
    static String bytes(long bytes) {
        return bytes < MEGABYTE ? bytes + " bytes" : bytes / MEGABYTE + " MB";
    }

    /** A time, such as {@code 30 s}. */
    static String time(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** A number of files, such as {@code 1 file}. */
    static String files(int files) {
        return files + (files == 1 ? " file" : " files");
    }
}
