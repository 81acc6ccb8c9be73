package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the overall tone score tells passed runs from failed ones (metrics.md 5.7).
 *
 * @param scenarios those with at least {@value Separation#FEWEST} scored runs of either outcome
 * @param within inside those scenarios, weighted by pairs of runs; null when there is none
 * @param pooled over all scored runs together, in which hard scenarios and bad tone may only meet; null below
 *     {@value Separation#FEWEST} runs of either outcome
 * @param correlation the pooled linear correlation of tone and passing; null likewise
 */
public record ToneOutcome(
        int scenarios,
        @Nullable Separation within,
        @Nullable Separation pooled,
        Separation.@Nullable PointBiserial correlation) {

    static ToneOutcome of(List<CorpusRun> runs) {
        SortedMap<String, List<CorpusRun>> byScenario = new TreeMap<>();
        List<CorpusRun> scored = new ArrayList<>();
        for (CorpusRun run : Measures.valid(runs)) {
            if (run.facts().tone().get(ToneDimension.OVERALL) != null) {
                scored.add(run);
                byScenario
                        .computeIfAbsent(run.facts().scenarioId(), id -> new ArrayList<>())
                        .add(run);
            }
        }
        List<Separation.Groups> groups =
                byScenario.values().stream().map(ToneOutcome::groups).toList();
        Separation.Groups all = groups(scored);
        return new ToneOutcome(
                (int) groups.stream().filter(Separation.Groups::isEnough).count(),
                Separation.within(groups),
                Separation.of(all.upper(), all.lower()),
                Separation.PointBiserial.of(all.upper(), all.lower()));
    }

    private static Separation.Groups groups(List<CorpusRun> scored) {
        return new Separation.Groups(scores(scored, RunStatus.PASSED), scores(scored, RunStatus.FAILED));
    }

    private static double[] scores(List<CorpusRun> scored, RunStatus status) {
        return scored.stream()
                .filter(run -> run.facts().status() == status)
                .map(run -> run.facts().tone().get(ToneDimension.OVERALL))
                .mapToDouble(Score::value)
                .toArray();
    }
}
