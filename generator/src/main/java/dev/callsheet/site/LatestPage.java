package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.report.Report;
import dev.callsheet.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The first page: whether tonight's change is real, where it comes from, and how sure one can be. */
final class LatestPage {

    private LatestPage() {}

    /**
     * What the page shows.
     *
     * @param notices what a reader must know of the input and the report's memory
     * @param big tonight's pass rate
     * @param range its interval in words
     * @param sure how sure one can be; null when tonight has no result
     * @param more the way to the night's own page, with its batches and sets; null where that cannot be reached
     */
    public record View(
            String headline,
            List<String> lead,
            List<Notice> notices,
            Section worse,
            String big,
            String range,
            List<Fact> facts,
            @Nullable LatestSure sure,
            List<Section> left,
            List<Section> right,
            Figure trend,
            @Nullable Link more) {}

    static Page make(PageContext context) {
        Analysis analysis = context.report().analysis();
        NightNumbers tonight = analysis.tonight();
        if (tonight == null) {
            return LatestWithoutNight.make(context);
        }
        View view = new View(
                LatestVerdict.headline(analysis),
                lead(context.report(), tonight, context::label),
                Notice.all(context),
                LatestWorse.section(context, tonight),
                Format.percent(tonight.tally().passed(), tonight.tally().valid()),
                range(tonight),
                facts(context, analysis, tonight),
                LatestSure.of(context),
                LatestBlocks.left(context),
                LatestBlocks.right(context),
                Figures.trend(context),
                context.leadsOn()
                        ? context.link(
                                SitePaths.night(tonight.night()), "All scenarios, batches and sets of this night")
                        : null);
        String title = "Latest: " + view.headline();
        Preview preview = Preview.of(context, view.headline(), view.lead(), view.trend());
        return new Page(context.here(), "latest", Frames.ofBar(context, title).with(preview), view);
    }

    /**
     * The gate, then the plain counts and what changed from the night before: facts, which chance alone brings every
     * night.
     *
     * @param label what scenarios are called, by id
     */
    static List<String> lead(Report report, NightNumbers tonight, UnaryOperator<String> label) {
        List<String> lead = new ArrayList<>();
        lead.add(new GateWords(report, label).sentence());
        if (tonight.tally().valid() > 0 && tonight.against() != null && tonight.changes() != null) {
            lead.add("Tonight " + LatestVerdict.passed(tonight) + " "
                    + Headlines.ofChanges(tonight.against(), tonight.changes())
                    + (tonight.changes().isQuiet()
                            ? ""
                            : " That is the plain count; chance alone brings such changes every night."));
        }
        return lead;
    }

    private static String range(NightNumbers tonight) {
        Interval interval = tonight.rate().shown().interval();
        return interval == null
                ? ""
                : "between " + Format.interval(interval).replace(" to ", " and ")
                        + " if the scenarios are a sample of what callers do";
    }

    private static List<Fact> facts(PageContext context, Analysis analysis, NightNumbers tonight) {
        Tally tally = tonight.tally();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("night", context.night(tonight.night())));
        if (tally.valid() > 0) {
            facts.add(Fact.of("passed", Format.grouped(tally.passed())));
            facts.add(Fact.of("failed", Format.grouped(tally.failed())));
        }
        String beside = Words.beside(tally);
        facts.add(Fact.of("not counted", beside.isEmpty() ? "none" : beside));
        int all = analysis.scenarios().size();
        facts.add(new Fact(
                "scenarios",
                context.cell(
                        SitePaths.SCENARIOS,
                        Format.grouped(tonight.scenarios()) + " of " + Format.grouped(all)
                                + (tonight.scenarios() == 1 ? " has" : " have") + " a result")));
        if (tally.valid() > 0) {
            facts.addAll(byScenario(analysis, tonight));
        }
        return facts;
    }

    private static List<Fact> byScenario(Analysis analysis, NightNumbers tonight) {
        List<Fact> facts = new ArrayList<>();
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
