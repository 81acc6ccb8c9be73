package dev.callsheet.testing;

import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Score;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something that a loader could find. Tests name only what matters to them; the rest has a plain default. */
public interface Given {

    /** Hands the record over. */
    void to(RecordSink sink);

    /** A passed run of scenario {@code s} without date, score or text, from the file {@code <id>.json}. */
    static GivenRun run(String id) {
        return new GivenRun(id);
    }

    static GivenScenario scenario(String id) {
        return new GivenScenario(id);
    }

    /** A passed batch without date or runs. */
    static GivenBatch batch(String id) {
        return new GivenBatch(id);
    }

    /** A passed set without time span or statistics. */
    static GivenSet set(String id) {
        return new GivenSet(id);
    }

    /** A complete fetch of nothing. */
    static GivenFetch fetch() {
        return new GivenFetch();
    }

    /** The same as an earlier report kept it. */
    static Given past(Given record) {
        return new GivenPast(record, false);
    }

    /** The same, of whose runs an earlier report kept tallies only. */
    static Given sealed(Given runs) {
        return new GivenPast(runs, true);
    }

    /** An error answer of the API at {@code /runs/3}, where a run should be. */
    static Given problem(String file, @Nullable Integer line, String found) {
        Place place = new Place(file, line, "/runs/3");
        return sink -> sink.problem(
                new Problem(Problem.Kind.API_ERROR, Problem.Severity.WARNING, place, null, "a run", found, ""));
    }

    static Score score(String decimal) {
        return Score.of(new BigDecimal(decimal)).orElseThrow();
    }

    static Place place(String file) {
        return new Place(file, null, "");
    }

    /** The same facts as if read from another place. */
    static RunFacts moved(RunFacts facts, Place place) {
        return new RunFacts(
                facts.origin(),
                place,
                facts.id(),
                facts.scenarioId(),
                facts.scenarioName(),
                facts.pathwayId(),
                facts.personaId(),
                facts.batchId(),
                facts.deniesBatch(),
                facts.status(),
                facts.statusText(),
                facts.score(),
                facts.turnCount(),
                facts.durationMs(),
                facts.createdAt(),
                facts.version(),
                facts.tone(),
                facts.assertions(),
                facts.nodes(),
                facts.currentNodeId());
    }
}
