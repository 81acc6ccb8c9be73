package dev.callsheet.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What a {@link StubApi} does wrong. An answer's fault is drawn for its address and the time of asking, so it is the same
 * in whatever order several threads ask.
 */
record StubFaults(Map<Kind, Integer> numbers) {

    enum Kind {
        TOO_MANY("429", 0),
        FAILURE("500", 0),
        RESET("reset", 0),
        TRUNCATED("truncated", 0),
        RETRY_AFTER("retry-after", 1),
        LATENCY("latency", 0),
        DRIFT("drift", 0),
        VANISH("vanish", 0),
        RUNNING("running", 0),
        SEED("seed", 1);

        private final String word;
        private final int normally;

        Kind(String word, int normally) {
            this.word = word;
            this.normally = normally;
        }
    }

    static final String USAGE = """
            FAULTS is NAME=NUMBER,…
              429 500 reset truncated  percent of the answers that are this instead
              retry-after              seconds that a 429 asks to wait (1; with 0 it does not say)
              latency                  milliseconds before each answer
              drift vanish             at each n-th page of runs there is a new one, the newest is gone
              running                  how often the newest run of a batch and the newest simulation set are still RUNNING
              seed                     others of the same shares (1)""";

    private static final List<Kind> SHARES = List.of(Kind.TOO_MANY, Kind.FAILURE, Kind.RESET, Kind.TRUNCATED);

    StubFaults {
        numbers = Map.copyOf(numbers);
    }

    /** Such a list as {@code 429=5,reset=1}; empty for none. */
    static StubFaults parse(String list) {
        Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);
        for (String item : list.isEmpty() ? List.<String>of() : List.of(list.split(",", -1))) {
            Kind kind = Stream.of(Kind.values())
                    .filter(known -> item.startsWith(known.word + "="))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown fault: " + item));
            int most = SHARES.contains(kind) ? 100 : 1_000_000;
            numbers.put(kind, StubResults.number(item.substring(kind.word.length() + 1), 0, most));
        }
        StubFaults faults = new StubFaults(numbers);
        if (SHARES.stream().mapToInt(faults::of).sum() > 100) {
            throw new IllegalArgumentException("more than 100 percent of the answers are faults: " + list);
        }
        return faults;
    }

    int of(Kind kind) {
        return numbers.getOrDefault(kind, kind.normally);
    }

    /** Whether the n-th page has it. */
    boolean isDue(Kind kind, int page) {
        return of(kind) > 0 && page % of(kind) == 0;
    }

    SplittableRandom dice(String address, int time) {
        return new SplittableRandom((address + " " + time).hashCode() + ((long) of(Kind.SEED) << 32));
    }

    /** What the answer is instead of itself. */
    Optional<Kind> drawn(SplittableRandom dice) {
        int left = dice.nextInt(100);
        for (Kind share : SHARES) {
            left -= of(share);
            if (left < 0) {
                return Optional.of(share);
            }
        }
        return Optional.empty();
    }
}
