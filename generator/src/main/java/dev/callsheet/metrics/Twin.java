package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passing run that resembles a failed one most: what the failed call could have been. */
public final class Twin {

    private Twin() {}

    /**
     * The twin of a failed run: a passing run of the same scenario and night, else of the nearest earlier night that
     * has one; of several the one with the longest common beginning of nodes, then the smallest difference in turns,
     * then the smallest id. A run known from earlier reports only is nobody's twin: its call cannot be read.
     *
     * @param entries every night of the run's scenario, oldest first
     * @return null when no run passed then or before, or when the failed run belongs to no night
     */
    public static @Nullable CorpusRun of(CorpusRun failed, List<NightEntry> entries) {
        for (int i = nightOf(failed, entries); i >= 0; i--) {
            CorpusRun twin = entries.get(i).runs().stream()
                    .filter(run -> run.facts().status() == RunStatus.PASSED && !run.past())
                    .min(resemblance(failed))
                    .orElse(null);
            if (twin != null) {
                return twin;
            }
        }
        return null;
    }

    /** How many nodes from the start on two calls went through alike. */
    public static int common(List<String> nodes, List<String> others) {
        int most = Math.min(nodes.size(), others.size());
        int common = 0;
        while (common < most && nodes.get(common).equals(others.get(common))) {
            common++;
        }
        return common;
    }

    private static int nightOf(CorpusRun failed, List<NightEntry> entries) {
        int i = entries.size() - 1;
        while (i >= 0 && Collections.binarySearch(entries.get(i).runs(), failed, CorpusRun.ORDER) < 0) {
            i--;
        }
        return i;
    }

    private static Comparator<CorpusRun> resemblance(CorpusRun failed) {
        return Comparator.comparingInt((CorpusRun run) ->
                        -common(run.facts().nodes(), failed.facts().nodes()))
                .thenComparingLong(run ->
                        difference(run.facts().turnCount(), failed.facts().turnCount()))
                .thenComparing(CorpusRun::id);
    }

    /** The distance of two turn counts; runs that do not say theirs come last. */
    private static long difference(@Nullable Integer turns, @Nullable Integer others) {
        return turns == null || others == null ? Long.MAX_VALUE : Math.abs((long) turns - others);
    }
}
