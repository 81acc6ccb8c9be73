package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NightNumbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the runs of a night are known from.
 *
 * @param sealed only tallies of it are kept
 * @param past runs that only earlier reports know
 * @param without runs of the input that have no page
 * @param all runs
 */
record NightOrigin(boolean sealed, long past, long without, long all) {

    static NightOrigin of(PageContext context, NightNumbers night) {
        List<CorpusRun> runs = night.entries().stream()
                .flatMap(entry -> entry.entry().runs().stream())
                .toList();
        long past = runs.stream().filter(CorpusRun::past).count();
        long without = runs.stream().filter(run -> !context.hasPage(run)).count() - past;
        return new NightOrigin(night.isSealed(), past, without, night.tally().total());
    }

    boolean isInput() {
        return !sealed && past == 0;
    }

    String word() {
        if (sealed) {
            return "counts only";
        }
        if (past == 0) {
            return "input";
        }
        return past == all ? "history" : "input and history";
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (sealed) {
            sentences.add("Only counts of this night are kept.");
        } else if (past == all) {
            sentences.add("Known from earlier reports; the calls of this night are not in this site.");
        } else if (past > 0) {
            sentences.add(Format.grouped(past) + " of " + Format.count(all, "run")
                    + (past == 1 ? " is" : " are") + " known from earlier reports; "
                    + (past == 1 ? "its call is" : "their calls are") + " not in this site.");
        }
        if (without > 0) {
            sentences.add(Format.grouped(without) + " of " + Format.count(all, "run")
                    + (without == 1 ? " has" : " have") + " no page, to keep the site small.");
        }
        return sentences;
    }
}
