package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.Reports.Report;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever comes in whatever order to however many jobs: what they keep together is what one report of everything
 * knows.
 */
class AnyNightsTest {

    private static final List<String> STATUSES = List.of("PASSED", "FAILED", "ERROR", "CANCELLED", "RUNNING", "LOST");

    @RegisterExtension
    final Reports reports = new Reports();

    @RepeatedTest(40)
    void nothingIsLostAndNothingCountsTwice(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Given> everything = new ArrayList<>();
        List<List<RawFile>> jobs = new ArrayList<>(List.of(List.of(), List.of()));
        int next = 0;
        for (int build = 0; build < 12; build++) {
            List<Given> input = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                input.add(record(next++, random));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                input.add(everything.isEmpty() ? input.get(0) : everything.get(random.nextInt(everything.size())));
            }
            everything.addAll(input);
            int job = random.nextInt(2);
            List<RawFile> history = new ArrayList<>(jobs.get(job));
            if (random.nextInt(4) == 0) {
                jobs.get(1 - job).forEach(file -> history.add(Reports.from("other", file)));
            }
            Keep keep = random.nextInt(5) == 0 ? Reports.nightsOf("America/New_York", "12:00") : MAIN;
            jobs.set(job, reports.of(history, keep, input).files());
        }
        List<RawFile> both = new ArrayList<>(jobs.get(0));
        jobs.get(1).forEach(file -> both.add(Reports.from("other", file)));
        Report merged = reports.of(both, MAIN);
        Report reread = reports.of(merged.files(), MAIN);
        Report atOnce = reports.of(List.of(), MAIN, everything);

        assertThat(reread.facts()).isEqualTo(atOnce.facts());
        assertThat(documents(reread)).isEqualTo(documents(atOnce));
        assertThat(merged.nights()).doesNotHaveDuplicates().isEqualTo(atOnce.nights());
        assertThat(merged.runs()).isEqualTo(atOnce.facts().size());
        assertThat(Reports.contents(reread.files())).isEqualTo(Reports.contents(merged.files()));
        assertThat(merged.corpus().problems())
                .as("what runs themselves leave in doubt, but nothing of the files")
                .noneMatch(problem -> problem.severity() != Severity.INFO);
    }

    private static List<String> documents(Report report) {
        List<String> documents = new ArrayList<>();
        report.corpus().scenarios().forEach((id, scenario) -> documents.add(id + " named " + scenario.name()));
        report.corpus().batches().forEach((id, batch) -> documents.add(id + " with " + batch.totalScenarios()));
        report.corpus()
                .simulationSets()
                .forEach((id, set) -> documents.add(id + " with " + set.simulationsPerScenario()));
        return documents;
    }

    private static Given record(int number, Random random) {
        String day = "2026-04-" + (10 + random.nextInt(8));
        String time = day + "T" + (10 + random.nextInt(14)) + ":00:00.0" + (10 + random.nextInt(80)) + "Z";
        return switch (random.nextInt(12)) {
            case 0 -> Given.batch("batch " + number).at(time).counts(random.nextInt(9), 1, 2);
            case 1 -> Given.set("set " + number).from(time).simulating(3, random.nextInt(5));
            case 2 ->
                Given.scenario("s" + random.nextInt(4)).named("S" + number).updated(time);
            default -> run(number, random.nextInt(20) == 0 ? null : time, random);
        };
    }

    private static GivenRun run(int number, @Nullable String time, Random random) {
        GivenRun run = Given.run(Integer.toHexString(number * 40_503) + "-" + number)
                .of("s" + random.nextInt(4))
                .status(STATUSES.get(random.nextInt(STATUSES.size())))
                .from(List.of(RunOrigin.values()).get(random.nextInt(3)))
                .nodes(random.nextBoolean() ? new String[] {"start", "end " + random.nextInt(3)} : new String[0]);
        if (time != null) {
            run.at(time);
        }
        if (random.nextBoolean()) {
            run.score("0." + random.nextInt(1_000_000))
                    .turns(random.nextInt(30))
                    .lasting(random.nextInt(100_000));
        }
        if (random.nextBoolean()) {
            run.tone(ToneDimension.EMPATHY, "0." + random.nextInt(100)).batch("batch " + random.nextInt(50));
        }
        if (random.nextBoolean()) {
            run.version("v" + random.nextInt(3))
                    .named("Name " + random.nextInt(2))
                    .endingAt("end 1");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            run.check(
                    new AssertionKey("a" + i, "contains", null, "said", "é" + random.nextInt(2)),
                    List.of(Verdict.values()).get(random.nextInt(3)));
        }
        return run;
    }
}
