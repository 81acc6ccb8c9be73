package dev.callsheet.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When the report is made: {@code SOURCE_DATE_EPOCH} in whole seconds where it is set, else the clock. */
final class GeneratedAt {

    private static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private GeneratedAt() {}

    static Instant of(Io io) throws UsageException {
        String epoch = io.environment().get(VARIABLE);
        if (epoch == null || epoch.isBlank()) {
            return io.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(epoch.strip()));
        } catch (NumberFormatException | DateTimeException e) {
            throw new UsageException(VARIABLE + " must be a whole number of seconds since 1970, was '" + epoch + "'");
        }
    }
}
