package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.ScenarioNumbers;

/** The words for the nights that figures look back over (metrics.md 2.5); where there are fewer, those that there are. */
final class WindowWords {

    private WindowWords() {}

    /** "60 nights", or "20 nights". */
    static String nights(Analysis analysis) {
        long all = all(analysis);
        return Format.count(all == 0 ? analysis.rules().windowNights() : all, "night");
    }

    /** "the last 60 nights with a result", or "all 20 nights". */
    static String last(Analysis analysis) {
        return last(all(analysis), analysis.rules());
    }

    /** The same of one scenario. */
    static String last(ScenarioNumbers scenario, Rules rules) {
        boolean cut = scenario.windowNights(rules) == rules.windowNights();
        return last(cut ? 0 : scenario.entries().size(), rules);
    }

    /** Which runs the figures of pathways and failures are about. */
    static String counted(Analysis analysis) {
        return all(analysis) == 0
                ? "Counted are each scenario's last " + nights(analysis) + " with a result."
                : "Counted over " + last(analysis) + ".";
    }

    /** How many nights there are; 0 where there may be more than figures look back over. */
    private static long all(Analysis analysis) {
        long valid = analysis.nightNumbers().stream()
                .filter(night -> night.tally().valid() > 0)
                .count();
        return valid < analysis.rules().windowNights() ? analysis.nightNumbers().size() : 0;
    }

    private static String last(long all, Rules rules) {
        return switch ((int) all) {
            case 0 -> "the last " + Format.count(rules.windowNights(), "night") + " with a result";
            case 1 -> "the one night there is";
            case 2 -> "both nights";
            default -> "all " + Format.grouped(all) + " nights";
        };
    }
}
