package dev.callsheet.corpus;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the records of one run contradict each other. A field that a record leaves out is no contradiction, and
 * what a call in progress says of its length and result is merely older.
 */
final class Conflicts {

    private final Consumer<Problem> problems;

    Conflicts(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Reports every contradiction once: each record is held against the best one that has the field.
     *
     * @param ranked the better record first, so that unfinished ones come last
     */
    void among(List<RunFacts> ranked) {
        for (int i = 1; i < ranked.size(); i++) {
            compare(ranked.subList(0, i), ranked.get(i));
        }
        denials(ranked);
    }

    private void compare(List<RunFacts> better, RunFacts other) {
        if (other.status().isFinished()) {
            field(better, other, "status", RunFacts::statusText);
            field(better, other, "overall_score", Conflicts::decimal);
            field(better, other, "turn_count", RunFacts::turnCount);
            field(better, other, "duration_ms", RunFacts::durationMs);
            better.stream()
                    .filter(facts -> !facts.assertions().isEmpty())
                    .findFirst()
                    .ifPresent(kept -> assertions(kept, other));
        }
        field(better, other, "created_at", RunFacts::createdAt);
        field(better, other, "scenario_id", RunFacts::scenarioId);
        List<RunFacts> ofScenario = better.stream()
                .filter(facts -> facts.scenarioId().equals(other.scenarioId()))
                .toList();
        field(ofScenario, other, "scenario/name", RunFacts::scenarioName);
        field(better, other, "batch_id", RunFacts::batchId);
    }

    private void denials(List<RunFacts> ranked) {
        ranked.stream()
                .filter(facts -> facts.batchId() != null)
                .findFirst()
                .ifPresent(listed -> ranked.stream()
                        .filter(facts -> facts.deniesBatch() && facts.batchId() == null)
                        .forEach(denying -> problems.accept(new Problem(
                                Problem.Kind.CONFLICT,
                                Problem.Severity.INFO,
                                pointer(denying.place(), "batch_id"),
                                denying.id(),
                                listed.batchId() + " as in " + listed.place(),
                                "null",
                                "the run is taken as one of the batch that lists it"))));
    }

    private void assertions(RunFacts kept, RunFacts other) {
        List<AssertionResult> unmatched = new ArrayList<>(kept.assertions());
        List<AssertionResult> others = other.assertions();
        for (int i = 0; i < others.size(); i++) {
            AssertionResult result = others.get(i);
            AssertionResult match = unmatched.stream()
                    .filter(candidate -> isSame(candidate.key(), result.key()))
                    .findFirst()
                    .orElse(null);
            if (match != null) {
                unmatched.remove(match); // ids may repeat within a run: then in their order
                String at = "assertion_results/" + i + "/";
                contradiction(kept, other, at + "passed", verdict(match), verdict(result));
                contradiction(
                        kept,
                        other,
                        at + "expected",
                        match.key().expected(),
                        result.key().expected());
            }
        }
    }

    /** Whether two results are about one assertion; an id under two types means two of them. */
    private static boolean isSame(AssertionKey one, AssertionKey other) {
        if (one.id() == null || other.id() == null) {
            return one.equals(other);
        }
        return one.id().equals(other.id())
                && (one.type() == null || other.type() == null || one.type().equals(other.type()));
    }

    private void field(List<RunFacts> better, RunFacts other, String field, Function<RunFacts, @Nullable Object> of) {
        better.stream()
                .filter(facts -> of.apply(facts) != null)
                .findFirst()
                .ifPresent(kept -> contradiction(kept, other, field, of.apply(kept), of.apply(other)));
    }

    private void contradiction(
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
