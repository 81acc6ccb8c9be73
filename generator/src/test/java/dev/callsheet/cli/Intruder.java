package dev.callsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock during whose ticks somebody puts a file where another is about to be published. */
final class Intruder extends Clock {

    private final Path file;
    private final Path lock;

    Intruder(Path file, Path lock) {
        this.file = file;
        this.lock = lock;
    }

    @Override
    public Instant instant() {
        try {
            if (Files.exists(lock)) {
                Files.writeString(file, "somebody else's");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
