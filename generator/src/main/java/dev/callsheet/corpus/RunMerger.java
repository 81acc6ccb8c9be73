package dev.callsheet.corpus;

import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.ToneScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one run of all that its documents say. */
final class RunMerger {

    private final Conflicts conflicts;

    RunMerger(Consumer<Problem> problems) {
        conflicts = new Conflicts(problems);
    }

    CorpusRun merge(List<RunVariant> variants) {
        List<RunVariant> ranked = new ArrayList<>(variants);
        ranked.sort(RunVariant.PRECEDENCE);
        List<RunFacts> facts = ranked.stream().map(RunVariant::facts).toList();
        RunFacts best = facts.get(0);
        conflicts.among(facts);
        List<RunSpool.Slice> texts = new ArrayList<>();
        int judged = -1;
        boolean assertionsSeen = false;
        for (RunVariant variant : resultsOf(ranked, best)) {
            boolean isJudge = !assertionsSeen && !variant.facts().assertions().isEmpty();
            assertionsSeen |= isJudge;
            if (variant.text() != null) {
                judged = isJudge ? texts.size() : judged;
                texts.add(variant.text());
            }
        }
        List<RunFacts> results =
                resultsOf(ranked, best).stream().map(RunVariant::facts).toList();
        return new CorpusRun(
                ranked.size() == 1 ? best : filled(best, facts, results),
                List.copyOf(texts),
                judged,
                ranked.stream().allMatch(RunVariant::past));
    }

    /** The records that may say what came of the run: a snapshot of a call still running says nothing of its end. */
    private static List<RunVariant> resultsOf(List<RunVariant> ranked, RunFacts best) {
        return ranked.stream()
                .filter(variant ->
                        !best.status().isFinished() || variant.facts().status().isFinished())
                .toList();
    }

    private static RunFacts filled(RunFacts best, List<RunFacts> ranked, List<RunFacts> results) {
        return new RunFacts(
                best.origin(),
                best.place(),
                best.id(),
                best.scenarioId(),
                first(ranked, facts -> facts.scenarioId().equals(best.scenarioId()) ? facts.scenarioName() : null),
                first(ranked, RunFacts::pathwayId),
                first(ranked, RunFacts::personaId),
                first(ranked, RunFacts::batchId),
                best.deniesBatch(),
                best.status(),
                best.statusText(),
                first(results, RunFacts::score),
                first(results, RunFacts::turnCount),
                first(results, RunFacts::durationMs),
                first(ranked, RunFacts::createdAt),
                first(ranked, RunFacts::version),
                tone(results),
                firstFilled(results, RunFacts::assertions),
                firstFilled(results, RunFacts::nodes),
                first(results, RunFacts::currentNodeId));
    }

    private static <T> @Nullable T first(List<RunFacts> ranked, Function<RunFacts, @Nullable T> field) {
        for (RunFacts facts : ranked) {
            T value = field.apply(facts);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The first list that is not empty. */
    private static <T> List<T> firstFilled(List<RunFacts> ranked, Function<RunFacts, List<T>> field) {
        return ranked.stream()
                .map(field)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static ToneScores tone(List<RunFacts> ranked) {
        return ranked.stream()
                .map(RunFacts::tone)
                .filter(ToneScores::isScored)
                .findFirst()
                .orElse(ToneScores.NONE);
    }
}
