package dev.callsheet.fetch;

import java.time.Duration;

/**
 * How hard and how long is asked (delivery.md 7.5).
 *
 * @param concurrency requests at a time, at least 1
 * @param connect until a connection stands
 * @param request until an answer has been read to its end
 * @param deadline for everything that is asked, waiting for tests to finish not counted
 * @param tries of a request that fails, at least 1
 * @param throttledTries of a request that is only told to come later, at least 1
 * @param firstWait the longest wait before the second try; it doubles with each further one
 * @param longestWait the longest that it doubles to
 * @param leastRetryAfter the least time that is waited when the API names one
 * @param mostRetryAfter the longest time that is waited when the API names one
 * @param poll between two looks at tests that have not finished
 */
public record FetchLimits(
        int concurrency,
        Duration connect,
        Duration request,
        Duration deadline,
        int tries,
        int throttledTries,
        Duration firstWait,
        Duration longestWait,
        Duration leastRetryAfter,
        Duration mostRetryAfter,
        Duration poll) {

    /** The usual limits. */
    public static FetchLimits of(int concurrency, Duration connect, Duration request, Duration deadline) {
        return new FetchLimits(
                concurrency,
                connect,
                request,
                deadline,
                6,
                12,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10));
    }
}
