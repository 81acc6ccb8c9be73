package dev.callsheet.site;

import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.report.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * A report in a few words, for a badge in another page. The verdict is the gate's; there is no name of the input.
 *
 * @param label what it is about
 * @param message never empty
 * @param color of the message's ground, dark enough for white letters; hexadecimal, with its #
 */
public record Badge(String label, String message, String color) {

    private static final String MAIN_STREAM = "main";

    public static Badge of(Report report) {
        String stream = report.history().stream();
        return new Badge(
                "voice tests" + (stream.equals(MAIN_STREAM) ? "" : " (" + PlainLine.of(stream) + ")"),
                message(report),
                color(report.gate().verdict()));
    }

    /** "failed · 1 got worse · 2 of 13 flaky". */
    private static String message(Report report) {
        Analysis analysis = report.analysis();
        NightNumbers tonight = analysis.tonight();
        List<String> parts = new ArrayList<>();
        parts.add(GateSummary.word(report.gate().verdict()));
        if (tonight == null || tonight.tally().valid() == 0) {
            parts.add(analysis.runs().total() == 0 ? "no runs" : "no results");
            return String.join(" · ", parts);
        }
        int worse = analysis.changes().worse().size();
        if (worse > 0) {
            parts.add(Format.grouped(worse) + " got worse");
        }
        long flaky = analysis.count(Headline.FLAKY);
        if (flaky > 0) {
            long judged = analysis.scenarios().stream()
                    .filter(scenario -> scenario.decision().judged() != null)
                    .count();
            parts.add(Format.grouped(flaky) + " of " + Format.grouped(judged) + " flaky");
        }
        return String.join(" · ", parts);
    }

    private static String color(Verdict verdict) {
        return switch (verdict) {
            case PASS, WARN -> "#1a7f37";
            case FAIL -> "#b3261e";
            case INCONCLUSIVE -> "#8a5a00";
        };
    }
}
