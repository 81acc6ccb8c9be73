package dev.callsheet.corpus;

import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds where two records of one run contradict each other. A field that one of them leaves out is no contradiction. */
final class Conflicts {

    private final Consumer<Problem> problems;

    Conflicts(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** Reports every contradiction of a losing record against the one that was kept. */
    void compare(RunFacts kept, RunFacts other) {
        if (kept.status().isFinished() && other.status().isFinished()) {
            field(kept, other, "status", kept.statusText(), other.statusText());
        }
        field(kept, other, "overall_score", decimal(kept), decimal(other));
        field(kept, other, "turn_count", kept.turnCount(), other.turnCount());
        field(kept, other, "duration_ms", kept.durationMs(), other.durationMs());
        field(kept, other, "created_at", kept.createdAt(), other.createdAt());
        field(kept, other, "scenario_id", kept.scenarioId(), other.scenarioId());
        if (kept.scenarioId().equals(other.scenarioId())) {
            field(kept, other, "scenario/name", kept.scenarioName(), other.scenarioName());
        }
        batch(kept, other);
        assertions(kept, other);
    }

    private void batch(RunFacts kept, RunFacts other) {
        field(kept, other, "batch_id", kept.batchId(), other.batchId());
        RunFacts denying = kept.deniesBatch() ? kept : other;
        RunFacts listed = kept.deniesBatch() ? other : kept;
        if (denying.deniesBatch() && listed.batchId() != null) {
            problems.accept(new Problem(
                    Problem.Kind.CONFLICT,
                    Problem.Severity.INFO,
                    pointer(denying.place(), "batch_id"),
                    kept.id(),
                    listed.batchId() + " as in " + listed.place(),
                    "null",
                    "the run is taken as one of the batch that lists it"));
        }
    }

    private void assertions(RunFacts kept, RunFacts other) {
        Map<String, AssertionResult> byId = new LinkedHashMap<>();
        for (AssertionResult result : kept.assertions()) {
            if (result.key().id() != null) {
                byId.putIfAbsent(result.key().id(), result);
            }
        }
        List<AssertionResult> others = other.assertions();
        for (int i = 0; i < others.size(); i++) {
            AssertionResult result = others.get(i);
            AssertionResult match =
                    result.key().id() == null ? null : byId.get(result.key().id());
            if (match != null) {
                String at = "assertion_results/" + i + "/";
                field(kept, other, at + "passed", verdict(match), verdict(result));
                field(
                        kept,
                        other,
                        at + "expected",
                        match.key().expected(),
                        result.key().expected());
            }
        }
    }

    private void field(
            RunFacts kept, RunFacts other, String field, @Nullable Object keptValue, @Nullable Object otherValue) {
        if (keptValue == null || otherValue == null || keptValue.equals(otherValue)) {
            return;
        }
        problems.accept(new Problem(
                Problem.Kind.CONFLICT,
                Problem.Severity.WARNING,
                pointer(other.place(), field),
                kept.id(),
                keptValue + " as in " + kept.place(),
                otherValue.toString(),
                "the value of " + kept.place() + " is used"));
    }

    private static @Nullable Object decimal(RunFacts facts) {
        return facts.score() == null ? null : facts.score().decimal().toPlainString();
    }

    private static @Nullable Object verdict(AssertionResult result) {
        return switch (result.verdict()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case UNKNOWN -> null;
        };
    }

    private static Place pointer(Place place, String path) {
        Place at = place;
        for (String step : path.split("/", -1)) {
            at = at.at(step);
        }
        return at;
    }
}
