package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.CountedValues;
import dev.callsheet.stats.ExactMoments;
import dev.callsheet.stats.Summary;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Summaries of what runs measured, over valid runs only (metrics.md 6); null where no run has a value. */
final class Measures {

    private static final int SCORE_DECIMALS = 9;

    private Measures() {}

    static @Nullable Summary scores(List<CorpusRun> runs, Function<CorpusRun, @Nullable Score> field) {
        return summary(scoreValues(runs, field));
    }

    private static CountedValues scoreValues(List<CorpusRun> runs, Function<CorpusRun, @Nullable Score> field) {
        CountedValues values = new CountedValues(SCORE_DECIMALS);
        for (CorpusRun run : runs) {
            Score score = field.apply(run);
            if (score != null) {
                values.add(score.billionths());
            }
        }
        return values;
    }

    static @Nullable Summary summary(CountedValues values) {
        return values.n() == 0 ? null : Summary.of(values);
    }

    /** The scores of a dimension, those of each scenario by themselves. */
    static Collection<ExactMoments> scoresByScenario(List<CorpusRun> runs, ToneDimension dimension) {
        Map<String, ExactMoments> byScenario = new TreeMap<>();
        for (CorpusRun run : runs) {
            Score score = run.facts().tone().get(dimension);
            if (score != null) {
                byScenario
                        .computeIfAbsent(run.facts().scenarioId(), id -> new ExactMoments(SCORE_DECIMALS))
                        .add(score.billionths());
            }
        }
        return byScenario.values();
    }

    static @Nullable Summary overallScores(List<CorpusRun> runs) {
        return summary(overallScoreValues(runs));
    }

    /** The overall scores of the valid runs that have one. */
    static CountedValues overallScoreValues(List<CorpusRun> runs) {
        return scoreValues(valid(runs), run -> run.facts().score());
    }

    static @Nullable Summary durations(List<CorpusRun> runs) {
        return whole(runs, RunFacts::durationMs);
    }

    static @Nullable Summary turns(List<CorpusRun> runs) {
        return whole(runs, RunFacts::turnCount);
    }

    private static @Nullable Summary whole(List<CorpusRun> runs, Function<RunFacts, @Nullable Number> field) {
        CountedValues values = new CountedValues(0);
        for (CorpusRun run : valid(runs)) {
            Number value = field.apply(run.facts());
            if (value != null) {
                values.add(value.longValue());
            }
        }
        return summary(values);
    }

    /** The mean of at least one value, in their order. */
    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The runs that count in a rate. */
    static List<CorpusRun> valid(List<CorpusRun> runs) {
        return runs.stream().filter(run -> run.facts().status().isValid()).toList();
    }
}
