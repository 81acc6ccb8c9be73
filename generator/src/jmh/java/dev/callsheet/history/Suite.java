package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Place;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A suite that is hard to keep small: UUIDs everywhere, 6 to 13 assertions, 5 to 10 nodes, scores of two or three decimals. */
final class Suite {

    private static final List<String> TYPES =
            List.of("contains", "not_contains", "variable_equals", "node_reached", "llm_judge", "regex");
    private static final int NODES = 15;

    private final Random random;
    private final List<Member> members;
    private final String pathway;
    private final String persona;

    /** Of a seed and a size always the same. */
    Suite(long seed, int scenarios) {
        random = new Random(seed);
        pathway = uuid();
        persona = uuid();
        members = IntStream.range(0, scenarios).mapToObj(this::member).toList();
    }

    private Member member(int number) {
        List<AssertionKey> keys = IntStream.range(0, 6 + random.nextInt(8))
                .mapToObj(i -> new AssertionKey(
                        uuid(),
                        TYPES.get(random.nextInt(TYPES.size())),
                        "transcript",
                        i % 3 == 0 ? "field_" + random.nextInt(9) : null,
                        "the caller is offered slot " + random.nextInt(1000)))
                .toList();
        List<String> nodes = IntStream.range(0, NODES).mapToObj(i -> uuid()).toList();
        return new Member(uuid(), "Scenario number " + number, keys, number % 10 == 0 ? nodes : List.of());
    }

    /** What came of every scenario, run several times in one batch. */
    List<RunFacts> night(LocalDate night, int times) {
        String batch = uuid();
        long start = night.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        List<RunFacts> runs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (int time = 0; time < times; time++) {
                runs.add(run(i, batch, Instant.ofEpochMilli(start + random.nextInt(4 * 3_600_000))));
            }
        }
        return runs;
    }

    private RunFacts run(int number, String batch, Instant createdAt) {
        Member member = members.get(number);
        RunStatus status = random.nextInt(10) > 0 ? RunStatus.PASSED : RunStatus.FAILED;
        List<String> pathwayNodes = members.get(number / 10 * 10).nodes();
        List<String> nodes = IntStream.range(0, 5 + random.nextInt(6))
                .mapToObj(i -> pathwayNodes.get(random.nextInt(10) > 0 ? i : random.nextInt(NODES)))
                .toList();
        return new RunFacts(
                RunOrigin.DETAIL,
                new Place("runs.ndjson", 1, ""),
                uuid(),
                member.id(),
                member.name(),
                pathway,
                persona,
                batch,
                false,
                status,
                status.name(),
                score(100),
                4 + random.nextInt(30),
                20_000L + random.nextInt(200_000),
                createdAt,
                "12",
                tone(),
                member.keys().stream()
                        .map(key -> new AssertionResult(
                                key, random.nextInt(20) > 0 ? Verdict.PASSED : Verdict.FAILED, null))
                        .toList(),
                nodes,
                nodes.get(nodes.size() - 1));
    }

    private ToneScores tone() {
        Map<ToneDimension, Score> tone = new EnumMap<>(ToneDimension.class);
        for (ToneDimension dimension : ToneDimension.values()) {
            tone.put(dimension, score(dimension == ToneDimension.OVERALL ? 1000 : 100));
        }
        return new ToneScores(tone);
    }

    private Score score(int steps) {
        return new Score(Score.ONE / steps * (steps / 2 + random.nextInt(steps / 2)));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private record Member(String id, String name, List<AssertionKey> keys, List<String> nodes) {}
}
