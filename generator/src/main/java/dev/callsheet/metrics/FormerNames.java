package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.SealedRuns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scenario was called before. */
final class FormerNames {

    private FormerNames() {}

    /**
     * Names that its runs carry other than its present one, each once, those of later runs first.
     *
     * @param runs in time order; so tallies of sealed nights, which are taken for older than any run
     */
    static List<String> of(String name, List<CorpusRun> runs, List<SealedRuns> kept) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            add(names, runs.get(i).facts().scenarioName());
        }
        for (int i = kept.size() - 1; i >= 0; i--) {
            add(names, kept.get(i).scenarioName());
        }
        names.remove(name);
        return List.copyOf(names);
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }
}
