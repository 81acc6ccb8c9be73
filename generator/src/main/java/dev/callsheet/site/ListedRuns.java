package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import java.util.List;

/**
 * The runs that a table lists: those of the input. The others were kept by earlier reports without their calls; there
 * may be thousands, so they are counted in a sentence.
 *
 * @param runs of the input, in their order
 * @param past how many others there are
 */
record ListedRuns(List<CorpusRun> runs, long past) {

    static ListedRuns of(List<CorpusRun> all) {
        List<CorpusRun> runs = all.stream().filter(run -> !run.past()).toList();
        return new ListedRuns(runs, all.size() - (long) runs.size());
    }

    /** What stands beside the heading of the table. */
    String note(String words) {
        return past == 0 || runs.isEmpty()
                ? words
                : words + "; " + Format.count(past, "more run") + " known from earlier reports"
                        + (past == 1 ? " has no page" : " have no page");
    }

    /**
     * What stands in place of the table when it has no rows.
     *
     * @param none what to say where there are no others either
     */
    String otherwise(String none) {
        return past == 0
                ? none
                : (past == 1 ? "Its run is" : "Its " + Format.grouped(past) + " runs are")
                        + " known from earlier reports: counted, but without " + (past == 1 ? "a page." : "pages.");
    }
}
