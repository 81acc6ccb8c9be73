package dev.callsheet.samples;

import dev.callsheet.samples.SampleRun.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What one scenario must give night by night, node by node and assertion by assertion. */
final class ExpectedScenario {

    private static final List<String> DIMENSIONS = List.of("empathy", "naturalness", "topic_transitions");

    private ExpectedScenario() {}

    static void put(ObjectNode json, Story story, List<SampleRun> runs) {
        ObjectNode nights = json.putObject("nights");
        for (LocalDate night : story.nights()) {
            List<SampleRun> own =
                    runs.stream().filter(run -> run.night().equals(night)).toList();
            if (!own.isEmpty()) {
                nights.set(night.toString(), night(own));
            }
        }
        ObjectNode nodes = json.putObject("runs_by_node_visited");
        runsByNode(runs).forEach((node, count) -> nodes.put(node, count));
        ObjectNode versions = json.putObject("runs_by_version");
        counts(runs.stream().filter(SampleRun::isInFull).map(run -> Integer.toString(run.version())))
                .forEach((version, count) -> versions.put(version, count));
        ObjectNode failures = json.putObject("failures_by_assertion");
        for (Check check :
                runs.isEmpty() ? List.<Check>of() : runs.get(0).scenario().checks()) {
            failures.put(runs.get(0).scenario().checkId(check), failures(runs, check));
        }
    }

    private static ObjectNode night(List<SampleRun> runs) {
        ObjectNode json = Shapes.object();
        json.put("passed", ExpectedNumbers.count(runs, Status.PASSED));
        json.put("n", ExpectedNumbers.n(runs));
        List<Tone> tones = runs.stream()
                .filter(SampleRun::isInFull)
                .map(SampleRun::tone)
                .filter(Objects::nonNull)
                .toList();
        if (!tones.isEmpty()) {
            for (String dimension : DIMENSIONS) {
                long sum = tones.stream()
                        .mapToLong(tone -> tone.hundredths(dimension))
                        .sum();
                json.put(dimension, ExpectedNumbers.divided(BigDecimal.valueOf(sum, 2), tones.size()));
            }
        }
        return json;
    }

    /** How many runs visited each node, however often. */
    private static SortedMap<String, Integer> runsByNode(List<SampleRun> runs) {
        return counts(runs.stream()
                .filter(SampleRun::isInFull)
                .flatMap(run -> run.call().nodes().stream().distinct()));
    }

    private static SortedMap<String, Integer> counts(Stream<String> words) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static long failures(List<SampleRun> runs, Check check) {
        return runs.stream()
                .flatMap(run -> run.outcomes().stream())
                .filter(outcome -> outcome.check().equals(check) && !outcome.passed())
                .count();
    }
}
