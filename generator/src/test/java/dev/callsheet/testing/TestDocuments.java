package dev.callsheet.testing;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.report.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Documents beside runs, and the report of a corpus, for tests. */
public final class TestDocuments {

    private TestDocuments() {}

    /** A required scenario with these assertions. */
    public static Scenario scenario(String id, String name, AssertionDefinition... assertions) {
        return new Scenario(
                new Place("scenarios.json", null, ""),
                id,
                name,
                null,
                "booking",
                null,
                "pathway-1",
                null,
                null,
                null,
                20,
                true,
                true,
                true,
                List.of(assertions),
                null,
                null,
                true);
    }

    public static AssertionDefinition assertion(String id, String name, String weight) {
        return new AssertionDefinition(id, "contains", name, List.of(), true, new BigDecimal(weight));
    }

    public static Batch batch(String id, String createdAt) {
        Place place = new Place("batches.json", null, "");
        return new Batch(place, id, "FAILED", 2, 1, 1, "ci", false, Instant.parse(createdAt), List.of());
    }

    /** A set of one day, with these figures. */
    public static SimulationSet set(String id, String day, SimulationSet.PerScenario... scenarios) {
        return new SimulationSet(
                new Place("sets.json", null, ""),
                id,
                "PASSED",
                2,
                scenarios.length,
                List.of(scenarios),
                new SimulationSet.Overall(score("0.75"), 1, 0, 4),
                Instant.parse(day + "T00:00:00Z"),
                Instant.parse(day + "T23:59:59Z"));
    }

    /** The API's word that a scenario of a set passed so often. */
    public static SimulationSet.PerScenario claim(String scenarioId, int runs, int passed, String rate) {
        return new SimulationSet.PerScenario(
                new Place("sets.json", null, "/statistics"),
                scenarioId,
                null,
                runs,
                passed,
                runs - passed,
                score(rate),
                passed > 0 && passed < runs,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("Agent talked over the caller"),
                "medium");
    }

    public static Problem problem(String file, @Nullable Integer line, String found) {
        return new Problem(
                Problem.Kind.API_ERROR,
                Problem.Severity.WARNING,
                new Place(file, line, "/runs/3"),
                null,
                "a run",
                found,
                "");
    }

    /** The report of a corpus, made at the end of 14 April 2026 with nights by UTC. */
    public static Report report(Corpus corpus) {
        Instant generatedAt = Instant.parse("2026-04-14T23:59:59Z");
        NightCalendar calendar = new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);
        TreeMap<String, Long> redactions = new TreeMap<>();
        redactions.put("phone", 3L);
        return new Report(
                "1.2.3",
                generatedAt,
                calendar,
                Analyst.analyse(corpus, calendar, generatedAt),
                corpus.duplicates(),
                corpus.problems(),
                redactions);
    }

    private static Score score(String decimal) {
        return Score.of(new BigDecimal(decimal)).orElseThrow();
    }
}
