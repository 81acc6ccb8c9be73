package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.stats.ExactBinomial;
import dev.callsheet.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first page: what the newest night shows. It states facts; whether a change is real it does not judge. */
final class LatestPage {

    private static final double EXAMPLE_RATE = 0.9;
    private static final double CONFIDENCE = 0.95;

    private LatestPage() {}

    /**
     * What the page shows.
     *
     * @param big tonight's pass rate
     * @param range its interval in words
     * @param sure what so many runs can prove; empty when there are none
     * @param more the way to the night's own page, with its batches and sets
     */
    public record View(
            String headline,
            List<String> lead,
            Section failed,
            String big,
            String range,
            List<Fact> facts,
            String sure,
            List<Section> left,
            List<Section> right,
            Figure trend,
            Link more) {}

    static Page make(PageContext context) {
        Analysis analysis = context.report().analysis();
        NightNumbers tonight = analysis.tonight();
        if (tonight == null) {
            return LatestWithoutNight.make(context);
        }
        View view = new View(
                headline(tonight),
                lead(analysis, tonight),
                LatestBlocks.failed(context, tonight),
                Format.percent(tonight.tally().passed(), tonight.tally().valid()),
                range(tonight),
                facts(context, analysis, tonight),
                sure(analysis),
                LatestBlocks.left(context),
                LatestBlocks.right(context),
                Figures.trend(context),
                context.link(SitePaths.night(tonight.night()), "All scenarios, batches and sets of this night"));
        String title = "Latest: " + view.headline();
        return new Page(context.here(), "latest", Frames.ofBar(context, title), view);
    }

    static String headline(@Nullable NightNumbers tonight) {
        return tonight == null ? "No finished run was loaded." : Headlines.ofTonight(tonight.tally());
    }

    private static List<String> lead(Analysis analysis, NightNumbers tonight) {
        List<String> lead = new ArrayList<>();
        if (tonight.against() == null || tonight.changes() == null) {
            return lead;
        }
        lead.add(Headlines.ofChanges(tonight.against(), tonight.changes()));
        String worth = worthOfAList(analysis);
        if (!worth.isEmpty()) {
            lead.add(worth + " Compare the intervals below.");
        }
        return lead;
    }

    /** What a list of changes is worth; empty when no scenario has a valid run tonight. */
    static String worthOfAList(Analysis analysis) {
        long repeats = repeats(analysis);
        if (repeats == 0) {
            return "";
        }
        long shareFailing = Math.round(100 * (1 - Math.pow(EXAMPLE_RATE, (double) repeats)));
        return "Such a list is a fact, not a finding: with " + Format.count(repeats, "run")
                + " a night, a scenario that passes nine calls in ten still fails at least one on " + shareFailing
                + " nights of 100.";
    }

    /** The most valid runs that a scenario has tonight. */
    private static long repeats(Analysis analysis) {
        return analysis.scenarios().stream()
                .mapToLong(scenario -> scenario.tonight().valid())
                .max()
                .orElse(0);
    }

    private static String range(NightNumbers tonight) {
        Interval interval = tonight.rate().shown().interval();
        return interval == null
                ? ""
                : "between " + Format.interval(interval).replace(" to ", " and ")
                        + " if the scenarios are a sample of what callers do";
    }

    /** What a clean record proves, by the exact one-sided bound (metrics.md 1.4). */
    private static String sure(Analysis analysis) {
        long repeats = repeats(analysis);
        if (repeats == 0) {
            return "";
        }
        long longest = analysis.scenarios().stream()
                .mapToLong(scenario -> scenario.window().valid())
                .max()
                .orElse(repeats);
        String once = "How sure: " + repeats + " of " + repeats + " passed proves only that a scenario passes at least "
                + proven(repeats) + " of its calls";
        return longest <= repeats
                ? once + "."
                : once + "; " + Format.grouped(longest) + " of " + Format.grouped(longest) + " would prove "
                        + proven(longest) + ".";
    }

    private static String proven(long runs) {
        double bound = Objects.requireNonNull(ExactBinomial.lowerBound(runs, runs, CONFIDENCE));
        return Format.decimal(Math.floor(bound * 100), 0) + " %";
    }

    private static List<Fact> facts(PageContext context, Analysis analysis, NightNumbers tonight) {
        Tally tally = tonight.tally();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("night", context.night(tonight.night())));
        facts.add(Fact.of("passed", Format.grouped(tally.passed())));
        facts.add(Fact.of("failed", Format.grouped(tally.failed())));
        String beside = Words.beside(tally);
        facts.add(Fact.of("not counted", beside.isEmpty() ? "none" : beside));
        int all = analysis.scenarios().size();
        facts.add(new Fact(
                "scenarios",
                context.cell(
                        SitePaths.SCENARIOS,
                        Format.grouped(tonight.scenarios()) + " of " + Format.grouped(all)
                                + (tonight.scenarios() == 1 ? " has" : " have") + " a result")));
        List<ScenarioNumbers> required = LatestBlocks.required(analysis);
        if (!required.isEmpty()) {
            long clean = required.stream()
                    .filter(scenario -> scenario.tonight().outcome() == Tally.Outcome.ALL_PASSED)
                    .count();
            facts.add(Fact.of(
                    "required",
                    Format.grouped(clean) + " of " + Format.grouped(required.size()) + " passed every run"));
        }
        facts.add(Fact.of("mixed", Format.grouped(tonight.mixed())));
        return facts;
    }
}
