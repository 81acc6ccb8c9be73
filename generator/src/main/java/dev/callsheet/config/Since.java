package dev.callsheet.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** From when on runs are asked for: so long ago, or since a moment. */
public sealed interface Since {

    /** Counted back from the moment of asking. */
    record Ago(Duration time) implements Since {}

    record Moment(Instant instant) implements Since {}

    /** The moment itself. */
    default Instant before(Instant now) {
        if (this instanceof Moment moment) {
            return moment.instant();
        }
        return now.minus(((Ago) this).time());
    }

    /** What a text says; empty inside when it says none. */
    static Optional<Optional<Since>> read(String text) {
        if (text.equals(Values.NONE)) {
            return Optional.of(Optional.empty());
        }
        Optional<Duration> ago = Values.duration(text);
        if (ago.isPresent()) {
            return Optional.of(ago.map(Ago::new));
        }
        try {
            return Optional.of(Optional.of(new Moment(OffsetDateTime.parse(text).toInstant())));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
