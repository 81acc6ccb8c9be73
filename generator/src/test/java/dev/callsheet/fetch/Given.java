package dev.callsheet.fetch;

import dev.callsheet.privacy.TextRedactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** What tests of this package need again and again. */
final class Given {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-14T06:00:00Z"), ZoneOffset.UTC);

    /** The usual numbers of tries, and next to no time. */
    static final FetchLimits LIMITS = new FetchLimits(
            2,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            6,
            12,
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(5));

    static final Redaction NO_REDACTION = new Redaction() {
        @Override
        public <T> T redacted(Function<UnaryOperator<String>, T> copy) {
            return copy.apply(UnaryOperator.identity());
        }

        @Override
        public SortedMap<String, Long> counts() {
            return Collections.emptySortedMap();
        }
    };

    private Given() {}

    static ObjectNode json(String text) {
        return (ObjectNode) Reading.JSON.readTree(text);
    }

    /** What a report would take out. */
    static Redaction redaction() {
        TextRedactor redactor = new TextRedactor();
        return new Redaction() {
            @Override
            public <T> T redacted(Function<UnaryOperator<String>, T> copy) {
                return redactor.redacted(copy);
            }

            @Override
            public SortedMap<String, Long> counts() {
                return new TreeMap<>(redactor.counts());
            }
        };
    }

    /** A request for everything. */
    static FetchRequest everything() {
        return request(true, List.of(), List.of(), Duration.ZERO);
    }

    /** A request for what is named. */
    static FetchRequest named(Duration patience, List<String> batches, List<String> simulationSets) {
        return request(false, batches, simulationSets, patience);
    }

    private static FetchRequest request(
            boolean discover, List<String> batches, List<String> simulationSets, Duration patience) {
        return new FetchRequest(
                discover,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                batches,
                simulationSets,
                null,
                false,
                patience,
                Transcripts.REDACTED);
    }

    static ApiClient client(String address) {
        return new ApiClient(ApiAddress.of(address), new ApiKey("any"), LIMITS, CLOCK, UnaryOperator.identity());
    }

    /** Remembers what it was told. */
    static final class Told implements FetchListener {

        final List<String> stages = new CopyOnWriteArrayList<>();
        final List<Progress> progress = new CopyOnWriteArrayList<>();

        @Override
        public void stage(String line) {
            stages.add(line);
        }

        @Override
        public void progress(Supplier<Progress> moved) {
            progress.add(moved.get());
        }
    }
}
