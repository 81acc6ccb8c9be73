package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.GivenSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArrivalOrderTest {

    private static final int ORDERS = 60;
    private static final List<RunOrigin> ORIGINS = List.of(RunOrigin.values());
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    @RegisterExtension
    final Corpora corpora = new Corpora();

    /** Everything that can be asked of a corpus. */
    private record Seen(
            List<RunFacts> facts,
            List<RunText> texts,
            Map<String, Scenario> scenarios,
            Map<String, Batch> batches,
            Map<String, SimulationSet> sets,
            List<Problem> problems,
            long duplicates) {}

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<Given> records = mixed();
        assertThat(records).hasSizeGreaterThan(40);
        Seen expected = seen(records);
        assertThat(expected.problems()).as("the records contradict one another").hasSizeGreaterThan(20);
        assertThat(expected.duplicates()).isPositive();
        Random random = new Random(20260414);
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(records, random);
            assertThat(seen(records)).isEqualTo(expected);
        }
    }

    /** Records drawn from a fixed seed out of few values, so that they repeat, agree and contradict in every way. */
    private static List<Given> mixed() {
        Random random = new Random(7);
        List<Given> records = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            records.add(record(random));
        }
        GivenRun twice = run("same").says("Hello!").turns(3);
        records.add(twice);
        records.add(sink -> sink.run(
                run("same").says("Hello!").turns(3).in("elsewhere.json").record()));
        // Two places that are written alike are still two places.
        records.add(run("alike").in(new Place("a.json:1", null, "")));
        records.add(run("alike").in(new Place("a.json", 1, "")));
        records.add(scenario("s0").named("Zero"));
        records.add(scenario("s0").named("Nought").in("other.json"));
        records.add(batch("b0").passing(1));
        records.add(batch("b0").passing(2).in("other.json"));
        records.add(set("x").with(GivenSet.figures("s0").named("Null").counts(5, 4, 1)));
        records.add(set("x").with(GivenSet.figures("s0").counts(5, 3, 2)).in("other.json"));
        records.add(sink -> sink.runList(new RunList(Given.place("page-b.json"), 1, 500)));
        records.add(sink -> sink.runList(new RunList(Given.place("page-a.json"), 1, 500)));
        return records;
    }

    private static GivenRun record(Random random) {
        GivenRun run = run("r" + random.nextInt(6))
                .from(ORIGINS.get(random.nextInt(3)))
                .in("f" + random.nextInt(9) + ".json")
                .of("s" + random.nextInt(2))
                .named("name " + random.nextInt(2))
                .status(List.of("PASSED", "FAILED", "ERROR", "RUNNING", "ODD").get(random.nextInt(5)));
        if (random.nextBoolean()) {
            run.at("2026-04-1" + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            run.turns(random.nextInt(3)).score("0." + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            run.batch("b" + random.nextInt(2));
        } else if (random.nextBoolean()) {
            run.denyingBatch();
        }
        if (random.nextBoolean()) {
            run.check("a" + random.nextInt(2), VERDICTS.get(random.nextInt(3)), "because " + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            run.says("turn " + random.nextInt(2)).tone(ToneDimension.EMPATHY, "0." + random.nextInt(3));
        }
        return run;
    }

    private Seen seen(List<Given> records) {
        Corpus corpus = corpora.of(records);
        return new Seen(
                corpus.runs().stream().map(CorpusRun::facts).toList(),
                corpus.runs().stream().map(corpus::text).toList(),
                corpus.scenarios(),
                corpus.batches(),
                corpus.simulationSets(),
                corpus.problems(),
                corpus.duplicates());
    }
}
