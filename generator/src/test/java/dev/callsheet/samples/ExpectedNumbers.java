package dev.callsheet.samples;

import dev.callsheet.samples.SampleRun.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers that the program must give for {@code samples/}, counted plainly from the story and with none of the
 * program's code. {@code n} is passed plus failed; fractions have sixteen decimals.
 */
final class ExpectedNumbers {

    private static final int DECIMALS = 16;
    private static final String ANOTHER_CONTENT = "another content under the same id";

    private ExpectedNumbers() {}

    static ObjectNode of(Story story) {
        ObjectNode json = Shapes.object();
        json.put("callsheet_samples_expected", true);
        json.put("night", story.lastNight().toString());
        ObjectNode totals = json.putObject("totals");
        totals.put("scenarios", story.scenarios().size());
        totals.put("batches", story.batches().size());
        totals.put("simulation_sets", SampleWriter.SETS);
        totals.put("runs", story.runs().size());
        putCounts(totals, story.runs());
        totals.put("unknown", 0);
        totals.put(
                "duplicates",
                SampleWriter.savedTwice(story).size()
                        + story.runsOf(Story.BY_HAND).size());
        putContradictions(json, story);
        json.put(
                "listed_in_all",
                story.runsOf(SampleBatch.nightly(story.lastNight())).size());
        json.putObject("redactable")
                .put("card", occurrences(story, "{card}", "{cardplain}"))
                .put("email", occurrences(story, "{email}"))
                .put(
                        "key",
                        story.runs().stream().filter(ExpectedNumbers::showsKey).count())
                .put("phone", occurrences(story, "{phone}", "{e164}"));
        ArrayNode nights = json.putArray("nights");
        story.nights().forEach(night -> nights.add(night(story, night)));
        ArrayNode scenarios = json.putArray("scenarios");
        story.scenarios().forEach(scenario -> scenarios.add(scenario(story, scenario)));
        ArrayNode passHat = json.putArray("pass_hat_k");
        for (int k = 1; k <= Story.ATTEMPTS; k++) {
            passHat.add(passHat(story, k));
        }
        return json;
    }

    private static void putCounts(ObjectNode json, List<SampleRun> runs) {
        json.put("passed", count(runs, Status.PASSED));
        json.put("failed", count(runs, Status.FAILED));
        json.put("error", count(runs, Status.ERROR));
        json.put("cancelled", count(runs, Status.CANCELLED));
        json.put("unfinished", count(runs, Status.RUNNING));
    }

    private static void putContradictions(ObjectNode json, Story story) {
        SampleRun run = SampleWriter.contradicted(story);
        int turns = run.call().chat().size();
        ArrayNode contradictions = json.putArray("contradictions");
        contradictions
                .addObject()
                .put("record_id", run.id())
                .put("field", "turn_count")
                .put("found", Integer.toString(turns - 1));
        contradictions
                .addObject()
                .put("record_id", Story.BY_HAND.id())
                .put("field", "")
                .put("found", ANOTHER_CONTENT);
        contradictions
                .addObject()
                .put("record_id", Dice.id("scenario/" + Story.RENAMED).toString())
                .put("field", "name")
                .put("found", "Reschedule a visit");
        LocalDate night = story.lastNight();
        List<SampleRun> miscounted = story.runsOf(SampleBatch.nightly(night)).stream()
                .filter(r -> r.scenario().key().equals(SimulationSetShapes.MISCOUNTED))
                .toList();
        long passed = count(miscounted, Status.PASSED);
        json.putArray("simulation_set_disagreements")
                .addObject()
                .put("set_id", SimulationSetShapes.id(night))
                .put("scenario_id", miscounted.get(0).scenario().id())
                .put("n", miscounted.size())
                .put("api_passed", passed + 1)
                .put("computed_passed", passed);
    }

    private static ObjectNode night(Story story, LocalDate night) {
        List<SampleRun> runs = story.runsOf(night);
        ObjectNode json = Shapes.object();
        json.put("night", night.toString());
        json.put("runs", runs.size());
        putCounts(json, runs);
        List<SampleRun> scored = runs.stream()
                .filter(run -> run.tone() != null && run.isInFull())
                .toList();
        json.put("tone_runs", scored.size());
        if (scored.isEmpty()) {
            return json.putNull("mean_overall_tone");
        }
        json.put("mean_overall_tone", meanTone(story, scored));
        return json;
    }

    private static ObjectNode scenario(Story story, SampleScenario scenario) {
        List<SampleRun> runs = of(scenario, story.runs());
        List<SampleRun> tonight = of(scenario, story.runsOf(story.lastNight()));
        ObjectNode json = Shapes.object();
        json.put("id", scenario.id());
        json.put("name", scenario.name());
        json.put("n", n(runs));
        putCounts(json, runs);
        json.put("mixed", count(runs, Status.PASSED) > 0 && count(runs, Status.FAILED) > 0);
        ObjectNode last = json.putObject("tonight");
        last.put("n", n(tonight));
        putCounts(last, tonight);
        ExpectedScenario.put(json, story, runs);
        return json;
    }

    /** The chance that k runs of a scenario all pass, C(c,k)/C(n,k), averaged over scenarios with n of at least k. */
    private static ObjectNode passHat(Story story, int k) {
        BigDecimal sum = BigDecimal.ZERO;
        int scenarios = 0;
        for (SampleScenario scenario : story.scenarios()) {
            List<SampleRun> runs = of(scenario, story.runs());
            if (n(runs) >= k) {
                sum = sum.add(divided(BigDecimal.valueOf(choose(count(runs, Status.PASSED), k)), choose(n(runs), k)));
                scenarios++;
            }
        }
        return Shapes.object().put("k", k).put("value", divided(sum, scenarios)).put("scenarios", scenarios);
    }

    private static long choose(long n, int k) {
        long product = 1;
        for (int i = 0; i < k; i++) {
            product = product * (n - i) / (i + 1);
        }
        return product;
    }

    /** The mean of the scenarios' means. */
    private static BigDecimal meanTone(Story story, List<SampleRun> scored) {
        List<BigDecimal> means = story.scenarios().stream()
                .map(scenario -> of(scenario, scored))
                .filter(runs -> !runs.isEmpty())
                .map(ExpectedNumbers::meanTone)
                .toList();
        return divided(means.stream().reduce(BigDecimal.ZERO, BigDecimal::add), means.size());
    }

    private static BigDecimal meanTone(List<SampleRun> scored) {
        long hundredths = scored.stream()
                .mapToLong(run -> Objects.requireNonNull(run.tone()).overall())
                .sum();
        return divided(BigDecimal.valueOf(hundredths, 2), scored.size());
    }

    static BigDecimal divided(BigDecimal sum, long by) {
        return sum.divide(BigDecimal.valueOf(by), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static List<SampleRun> of(SampleScenario scenario, List<SampleRun> runs) {
        return runs.stream().filter(run -> run.scenario().equals(scenario)).toList();
    }

    static long n(List<SampleRun> runs) {
        return runs.stream().filter(SampleRun::isValid).count();
    }

    static long count(List<SampleRun> runs, Status status) {
        return runs.stream().filter(run -> run.status() == status).count();
    }

    private static boolean showsKey(SampleRun run) {
        return run.isInFull()
                && run.errorMessage() != null
                && run.errorMessage().contains("Bearer");
    }

    private static long occurrences(Story story, String... words) {
        return Stream.concat(story.runs().stream(), SampleWriter.savedTwice(story).stream())
                .filter(SampleRun::isInFull)
                .mapToLong(run -> Stream.of(words)
                        .mapToLong(word -> count(run, run.caller().fill(word)))
                        .sum())
                .sum();
    }

    /** How often a text of the call holds this word. */
    private static long count(SampleRun run, String word) {
        Call call = run.call();
        Stream<String> spoken = call.chat().stream().map(Call.Said::text);
        Stream<String> quoted = call.examples().stream().map(Call.Example::text);
        Stream<String> reasons = run.outcomes().stream().map(Check.Outcome::reason);
        return Stream.of(spoken, call.variables().values().stream(), reasons, call.issues().stream(), quoted)
                .flatMap(texts -> texts)
                .mapToLong(text -> (text.length() - text.replace(word, "").length()) / word.length())
                .sum();
    }
}
