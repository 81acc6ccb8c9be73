package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Sentences about tone. They say where figures lie; none says that the agent sounds worse. */
final class ToneWords {

    private static final long PARTIAL_BELOW_PERCENT = 80;
    private static final long PERCENT = 100;
    private static final long ROUNDING = Score.ONE / 200; // half of the last of two decimals

    private ToneWords() {}

    static String headline(Analysis analysis) {
        ToneNumbers tonight = analysis.tone();
        if (analysis.night() == null) {
            return "No finished run has a date.";
        }
        if (tonight.scored() == 0) {
            return "No run of tonight has a tone score.";
        }
        Map<Usual.Side, List<ToneDimension>> sides = sides(analysis);
        if (sides.isEmpty()) {
            return "Tone tonight: " + Tables.scored(tonight) + "; no usual range yet.";
        }
        List<ToneDimension> within = sides.getOrDefault(Usual.Side.WITHIN, List.of());
        List<String> parts = new ArrayList<>();
        for (Usual.Side side : List.of(Usual.Side.BELOW, Usual.Side.ABOVE)) {
            List<ToneDimension> dimensions = sides.getOrDefault(side, List.of());
            if (!dimensions.isEmpty()) {
                parts.add(names(dimensions) + " " + side.word()
                        + (!parts.isEmpty() ? "" : dimensions.size() == 1 ? " its usual range" : " their usual range"));
            }
        }
        return parts.isEmpty()
                ? "Tone tonight is within its usual range in "
                        + (within.size() == ToneDimension.SIX.size() ? "all six dimensions." : names(within) + ".")
                : "Tone tonight: " + String.join(", ", parts) + ".";
    }

    /** The dimensions that have a mean and a usual range, by where the mean lies. */
    private static Map<Usual.Side, List<ToneDimension>> sides(Analysis analysis) {
        return ToneDimension.SIX.stream()
                .filter(dimension -> analysis.tone().mean(dimension) != null
                        && analysis.usualTone().get(dimension) != null)
                .collect(Collectors.groupingBy(dimension -> Usual.side(
                        Objects.requireNonNull(analysis.tone().mean(dimension)),
                        Objects.requireNonNull(analysis.usualTone().get(dimension)))));
    }

    /** "empathy", "empathy and conciseness", "naturalness, empathy and conciseness". */
    private static String names(List<ToneDimension> dimensions) {
        List<String> names = dimensions.stream()
                .map(dimension -> dimension.title().toLowerCase(Locale.ROOT))
                .toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static List<String> lead(Analysis analysis) {
        List<String> lead = new ArrayList<>();
        NightNumbers tonight = analysis.tonight();
        ToneNumbers tone = analysis.tone();
        if (tonight == null) {
            return lead;
        }
        if (tone.scored() == 0) {
            newestScored(analysis, lead);
        } else {
            lead.add(
                    analysis.usualTone().isEmpty()
                            ? "A usual range needs 10 earlier nights with a score."
                            : "The usual range is where 8 of 10 earlier nights lay: on an ordinary night one figure in "
                                    + "five lies outside of its own, after few nights one in three.");
            coverage(tone, tonight, lead);
        }
        return lead;
    }

    private static void newestScored(Analysis analysis, List<String> lead) {
        analysis.nightNumbers().stream()
                .filter(night -> night.tone().scored() > 0)
                .reduce((older, newer) -> newer)
                .ifPresent(
                        night -> lead.add("The newest night with a score is " + Format.longDate(night.night()) + "."));
    }

    /** How many runs are scored and, as a missing score may have to do with failing, how both sorts did. */
    private static void coverage(ToneNumbers tone, NightNumbers tonight, List<String> lead) {
        long without = tone.valid() - tone.scored();
        if (without == 0) {
            lead.add("Every run with a result carries a score.");
            return;
        }
        boolean partial = tone.scored() * PERCENT < PARTIAL_BELOW_PERCENT * tone.valid();
        lead.add((partial ? "Tone is partial: " : "") + Tables.scored(tone) + ", " + Format.grouped(without)
                + (without == 1 ? " carries" : " carry") + " no score.");
        lead.add("Pass rate of the scored runs: " + rate(tonight, true) + ". Of the others: " + rate(tonight, false)
                + ".");
    }

    private static String rate(NightNumbers night, boolean scored) {
        Rate rate = Rate.of(Tally.of(runs(night).stream()
                .filter(run -> run.facts().tone().isScored() == scored)
                .toList()));
        return rate.passed() + " of " + rate.n() + " (" + Format.percent(rate.passed(), rate.n()) + ", 95 % interval "
                + Format.interval(rate.interval()) + ")";
    }

    private static List<CorpusRun> runs(NightNumbers night) {
        return night.entries().stream()
                .flatMap(entry -> entry.entry().runs().stream())
                .toList();
    }

    /** What the overall figure is, and on how many runs of tonight no weighting of the six gives it. */
    static String overall(Analysis analysis) {
        String what = "Overall is the vendor's own figure, not the mean of the six";
        NightNumbers tonight = analysis.tonight();
        List<ToneScores> complete = tonight == null
                ? List.of()
                : runs(tonight).stream()
                        .filter(run -> run.facts().status().isValid())
                        .map(run -> run.facts().tone())
                        .filter(ToneWords::isComplete)
                        .toList();
        long outside = complete.stream().filter(ToneWords::isOutside).count();
        return outside == 0
                ? what + "."
                : what + ": on " + outside + " of " + Format.count(complete.size(), "run")
                        + " of tonight it lies outside of the six.";
    }

    private static boolean isComplete(ToneScores tone) {
        return Arrays.stream(ToneDimension.values()).allMatch(dimension -> tone.get(dimension) != null);
    }

    /** Whether no weighted mean of the six rounds to the overall figure (metrics.md 5.2). */
    private static boolean isOutside(ToneScores tone) {
        LongSummaryStatistics six = ToneDimension.SIX.stream()
                .mapToLong(dimension -> billionths(tone, dimension))
                .summaryStatistics();
        long overall = billionths(tone, ToneDimension.OVERALL);
        return overall < six.getMin() - ROUNDING || overall > six.getMax() + ROUNDING;
    }

    private static long billionths(ToneScores tone, ToneDimension dimension) {
        return Objects.requireNonNull(tone.get(dimension)).billionths();
    }
}
