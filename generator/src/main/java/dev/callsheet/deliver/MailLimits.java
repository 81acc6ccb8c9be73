package dev.callsheet.deliver;

import java.time.Duration;
import java.util.List;

/**
 * How long sending may take.
 *
 * @param connect until a connection stands
 * @param attempt until the server has answered the last command, from when the connection stands
 * @param waits before each further attempt; there are no more attempts than these and one
 */
public record MailLimits(Duration connect, Duration attempt, List<Duration> waits) {

    public MailLimits {
        waits = List.copyOf(waits);
    }

    /** Three attempts: a server that is busy is so for seconds, one that is started again for a minute. */
    public static MailLimits of(Duration connect, Duration attempt) {
        return new MailLimits(connect, attempt, List.of(Duration.ofSeconds(10), Duration.ofSeconds(60)));
    }
}
