package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.ToneDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Sentences about the tone of tonight. They say where figures lie; none says that the agent sounds worse. */
final class ToneWords {

    private static final long PARTIAL_BELOW_PERCENT = 80;
    private static final long PERCENT = 100;

    private ToneWords() {}

    /** Whether tone changed; where no run of tonight is scored, that. */
    static String headline(Analysis analysis) {
        if (analysis.night() == null) {
            return "No finished run has a date.";
        }
        return analysis.tone().scored() == 0
                ? "No run of tonight has a tone score."
                : ToneChangeWords.headline(analysis);
    }

    private static String tonight(Analysis analysis) {
        Map<Usual.Side, List<ToneDimension>> sides = sides(analysis);
        if (sides.isEmpty()) {
            return "Tone tonight has no usual range yet.";
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
    static String names(List<ToneDimension> dimensions) {
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
        lead.addAll(ToneChangeWords.lead(analysis));
        if (tone.scored() == 0) {
            newestScored(analysis, lead);
        } else {
            lead.add(tonight(analysis) + " " + coverage(tone));
        }
        return lead;
    }

    /** What must be known to read the figures of tonight. */
    static List<String> basis(Analysis analysis) {
        List<String> basis = new ArrayList<>();
        NightNumbers tonight = analysis.tonight();
        ToneNumbers tone = analysis.tone();
        if (tonight == null || tone.scored() == 0) {
            return basis;
        }
        basis.add(
                analysis.usualTone().isEmpty()
                        ? "A usual range needs 10 earlier nights with a score."
                        : "The usual range is where 8 of 10 earlier nights lay: on an ordinary night one figure in "
                                + "five lies outside of its own, after few nights one in three.");
        if (tone.valid() > tone.scored()) {
            basis.add("Pass rate of the scored runs: " + rate(tonight, true) + ". Of the others: "
                    + rate(tonight, false) + ".");
        }
        return basis;
    }

    private static void newestScored(Analysis analysis, List<String> lead) {
        analysis.nightNumbers().stream()
                .filter(night -> night.tone().scored() > 0)
                .reduce((older, newer) -> newer)
                .ifPresent(
                        night -> lead.add("The newest night with a score is " + Format.longDate(night.night()) + "."));
    }

    private static String coverage(ToneNumbers tone) {
        long without = tone.valid() - tone.scored();
        if (without == 0) {
            return "Every run with a result carries a score.";
        }
        boolean partial = tone.scored() * PERCENT < PARTIAL_BELOW_PERCENT * tone.valid();
        return (partial ? "Tone is partial: " : "") + Tables.scored(tone) + ", " + Format.grouped(without)
                + (without == 1 ? " carries" : " carry") + " no score.";
    }

    /** A missing score may have to do with failing, so both sorts are told apart. */
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
}
