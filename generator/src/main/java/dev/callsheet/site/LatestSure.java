package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.OneNight;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How sure one can be: what a night's runs prove, who is undecided and what would settle it.
 *
 * @param sentences in plain words
 * @param settle what is said before the undecided ones
 * @param undecided the first of them, with how many more runs each needs
 * @param rule where the numbers come from
 */
public record LatestSure(List<String> sentences, String settle, List<Undecided> undecided, Link rule) {

    private static final int MOST = 3;

    /** A scenario and what would settle it. */
    public record Undecided(Link scenario, String more) {}

    /** Null when no scenario has a valid run tonight. */
    static @Nullable LatestSure of(PageContext context) {
        Analysis analysis = context.report().analysis();
        long repeats = repeats(analysis);
        if (repeats == 0) {
            return null;
        }
        return new LatestSure(
                sentences(analysis),
                settle(analysis.changes().undecided().size()),
                analysis.changes().undecided().stream()
                        .limit(MOST)
                        .map(s -> new Undecided(
                                context.link(SitePaths.scenario(s.id()), context.label(s.id())),
                                more(s.runsToDecide())))
                        .toList(),
                Verdicts.rule(context, "rule-3-7"));
    }

    static List<String> sentences(Analysis analysis) {
        long repeats = repeats(analysis);
        if (repeats == 0) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(repeats + " of " + repeats + " passed proves only that a scenario passes at least "
                + Evidence.proven(Rate.of(repeats, repeats)) + " of its calls.");
        oneNight(sentences, analysis.oneNight());
        int undecided = analysis.changes().undecided().size();
        sentences.add(
                undecided == 0
                        ? "No scenario is undecided."
                        : Format.count(undecided, "scenario is", "scenarios are") + " undecided.");
        return sentences;
    }

    private static String settle(int undecided) {
        String which = undecided == 1 ? "it" : undecided <= MOST ? "them" : MOST + " of them";
        return "More runs that would settle " + which + ": ";
    }

    private static void oneNight(List<String> sentences, OneNight night) {
        ScenarioNumbers typical = night.typical();
        if (typical == null) {
            sentences.add("No scenario has enough earlier runs for tonight to be compared with.");
            return;
        }
        var test = Objects.requireNonNull(typical.decision().tonight());
        sentences.add(
                night.passedAtMost() < 0
                        ? "For most scenarios no single night can prove a fall; several together can."
                        : "A typical scenario, " + Words.fraction(test.before()) + " before, must fall to "
                                + night.passedAtMost() + " of " + test.tonight().n()
                                + " for one night to prove it; smaller falls take more nights.");
    }

    private static String more(@Nullable Long runs) {
        return runs == null ? "hardly settled by more runs" : Format.grouped(runs) + " more";
    }

    /** The most valid runs that a scenario has tonight. */
    static long repeats(Analysis analysis) {
        return analysis.scenarios().stream()
                .mapToLong(scenario -> scenario.tonight().valid())
                .max()
                .orElse(0);
    }
}
