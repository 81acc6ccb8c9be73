package dev.callsheet.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a scenario's runs of one night that were started together, once the runs themselves are given up.
 *
 * @param scenarioName as the latest of the runs gives it; so pathway and persona
 * @param batchId null for runs without a batch
 * @param version of the pathway; null where the runs name none
 * @param unfinished pending and running
 * @param unknown with a status this program does not know
 * @param scored valid runs with a tone score
 * @param tone of valid runs; only dimensions with a value
 */
public record SealedRuns(
        String scenarioId,
        @Nullable String scenarioName,
        @Nullable String pathwayId,
        @Nullable String personaId,
        @Nullable String batchId,
        @Nullable String version,
        long passed,
        long failed,
        long error,
        long cancelled,
        long unfinished,
        long unknown,
        long scored,
        Map<ToneDimension, Sum> tone) {

    public SealedRuns {
        tone = tone.isEmpty() ? Map.of() : new EnumMap<>(tone);
    }

    public long runs() {
        return passed + failed + error + cancelled + unfinished + unknown;
    }

    /**
     * Scores added up.
     *
     * @param n how many, at least 1
     * @param billionths their sum ({@link Score})
     */
    public record Sum(long n, long billionths) {

        public Sum plus(Sum other) {
            return new Sum(n + other.n, billionths + other.billionths);
        }

        /** Between 0 and 1. */
        public double mean() {
            return billionths / ((double) n * Score.ONE); // rounded once, as means of single runs are
        }
    }
}
