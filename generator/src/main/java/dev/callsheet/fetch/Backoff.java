package dev.callsheet.fetch;

import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long to wait before asking again: as long as the API says, else a random part of a time that doubles. */
final class Backoff {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,1000}");
    private static final int MOST_DOUBLINGS = 30;

    private final FetchLimits limits;
    private final DoubleSupplier random;

    /** @param random from 0 to 1: many clients that failed together must not come back together (full jitter) */
    Backoff(FetchLimits limits, DoubleSupplier random) {
        this.limits = limits;
        this.random = random;
    }

    /**
     * The wait before the next try.
     *
     * @param tries made so far, at least 1
     * @param asked what the API asked for; null when it did not
     */
    Duration afterTry(int tries, @Nullable Duration asked) {
        if (asked != null) {
            return asked;
        }
        Duration most = limits.firstWait().multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration capped = most.compareTo(limits.longestWait()) > 0 ? limits.longestWait() : most;
        return Duration.ofNanos((long) (random.getAsDouble() * capped.toNanos()));
    }

    /**
     * The wait that an answer asks for by {@code Retry-After}, within the limits; null when it asks for none. A date is
     * taken against the answer's own {@code Date}, so that no clock needs to be right.
     *
     * @param now stands in for a missing {@code Date}
     */
    @Nullable
    Duration asked(HttpHeaders headers, Instant now) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        Duration asked;
        if (SECONDS.matcher(value).matches()) {
            BigInteger most = BigInteger.valueOf(limits.mostRetryAfter().toSeconds() + 1);
            asked = Duration.ofSeconds(new BigInteger(value).min(most).longValue());
        } else {
            Optional<Instant> until = date(value);
            if (until.isEmpty()) {
                return null;
            }
            Instant here = date(headers.firstValue("Date").orElse("")).orElse(now);
            asked = Duration.between(here, until.get());
        }
        if (asked.compareTo(limits.leastRetryAfter()) < 0) {
            return limits.leastRetryAfter();
        }
        return asked.compareTo(limits.mostRetryAfter()) > 0 ? limits.mostRetryAfter() : asked;
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
