package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often neighbouring valid runs differ (metrics.md 2.2); descriptive only.
 *
 * @param flips adjacent unequal pairs, null below two valid runs
 * @param rate flips/(n−1), null below two valid runs
 */
public record Flips(@Nullable Integer flips, @Nullable Double rate) {

    static Flips of(List<CorpusRun> inOrder) {
        List<CorpusRun> valid = Measures.valid(inOrder);
        if (valid.size() < 2) {
            return new Flips(null, null);
        }
        int flips = 0;
        for (int i = 1; i < valid.size(); i++) {
            if (valid.get(i).facts().status() != valid.get(i - 1).facts().status()) {
                flips++;
            }
        }
        return new Flips(flips, flips / (double) (valid.size() - 1));
    }
}
