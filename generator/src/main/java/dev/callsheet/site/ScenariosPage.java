package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.output.SafePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The page of all scenarios, and those of some. */
final class ScenariosPage {

    /** Of pass^k. */
    private static final int MOST_K = 5;

    /** Pathways named at most; the page of all of them is a click away. */
    private static final int MOST_PATHWAYS = 12;

    private ScenariosPage() {}

    /**
     * What the page shows.
     *
     * @param lists ways to fewer of them
     */
    public record View(String headline, List<Lists> lists, Section scenarios) {}

    /** Links to lists of one kind, each with the number of its scenarios. */
    public record Lists(String title, List<Link> links) {}

    /** @param part of the table, from 1 */
    static Page make(PageContext context, int part) {
        Analysis analysis = context.report().analysis();
        List<ScenarioNumbers> scenarios = analysis.scenarios();
        return make(context, SitePaths.SCENARIOS, headline(analysis), "All scenarios", scenarios, part);
    }

    /** The page of some of them. */
    static Page make(PageContext context, ScenarioList list, int part) {
        int all = context.report().analysis().scenarios().size();
        int some = list.scenarios().size();
        String headline = Format.grouped(some) + " of " + Format.count(all, "scenario") + ": " + list.says() + ".";
        return make(context, list.path(), headline, "Scenarios", list.scenarios(), part);
    }

    private static Page make(
            PageContext context,
            SafePath first,
            String headline,
            String title,
            List<ScenarioNumbers> scenarios,
            int part) {
        Section section = table(context, title, scenarios).section(context, first, part);
        if (part > 1) {
            return RowsPage.make(context, title, List.of(context.link(first, "Scenarios")), section);
        }
        View view = new View(headline, lists(context), section);
        return new Page(
                context.here(), "scenarios", Frames.ofBar(context, SitePaths.SCENARIOS, tab(context, headline)), view);
    }

    private static String tab(PageContext context, String headline) {
        return context.here().equals(SitePaths.SCENARIOS) ? "Scenarios" : headline;
    }

    private static List<Lists> lists(PageContext context) {
        Analysis analysis = context.report().analysis();
        List<Lists> groups = new ArrayList<>();
        List<Link> states = new ArrayList<>();
        states.add(counted(
                context, SitePaths.SCENARIOS, "all", analysis.scenarios().size()));
        List<Link> categories = new ArrayList<>();
        for (ScenarioList list : ScenarioList.of(analysis)) {
            (list.kind() == ScenarioList.Kind.STATE ? states : categories)
                    .add(counted(
                            context, list.path(), list.name(), list.scenarios().size()));
        }
        groups.add(new Lists("Show", states));
        if (!categories.isEmpty()) {
            groups.add(new Lists("By category", categories));
        }
        List<Link> pathways = pathways(context, analysis.pathways());
        if (pathways.size() > 1) {
            groups.add(new Lists("By pathway", pathways));
        }
        return groups;
    }

    private static List<Link> pathways(PageContext context, List<PathwayNumbers> all) {
        List<Link> links = new ArrayList<>();
        all.stream()
                .filter(pathway -> context.exists(SitePaths.pathway(pathway.id())))
                .sorted(Comparator.comparingInt(
                        pathway -> -pathway.scenarioIds().size()))
                .limit(MOST_PATHWAYS)
                .forEach(pathway -> links.add(counted(
                        context,
                        SitePaths.pathway(pathway.id()),
                        PathwaysPage.shortName(pathway),
                        pathway.scenarioIds().size())));
        if (all.size() > MOST_PATHWAYS && !links.isEmpty()) {
            links.add(context.link(SitePaths.PATHWAYS, "all " + Format.grouped(all.size())));
        }
        return links;
    }

    private static Link counted(PageContext context, SafePath page, String name, int scenarios) {
        return context.link(page, name + " " + Format.grouped(scenarios));
    }

    private static String headline(Analysis analysis) {
        List<ScenarioNumbers> scenarios = analysis.scenarios();
        long allPassed = count(scenarios, Tally.Outcome.ALL_PASSED);
        long mixed = count(scenarios, Tally.Outcome.MIXED);
        long allFailed = count(scenarios, Tally.Outcome.ALL_FAILED);
        long none = count(scenarios, Tally.Outcome.NONE);
        String all = Format.count(scenarios.size(), "scenario");
        if (none == scenarios.size()) {
            return all + (none == 1 ? " without a result." : ", none with a result.");
        }
        return all + " over " + WindowWords.last(analysis) + ": " + Format.grouped(allPassed) + " passed every run, "
                + Format.grouped(mixed) + " passed some, "
                + Format.grouped(allFailed) + " passed none"
                + (none == 0
                        ? "."
                        : ", " + Format.grouped(none) + (none == 1 ? " has no result." : " have no result."));
    }

    private static long count(List<ScenarioNumbers> scenarios, Tally.Outcome outcome) {
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == outcome)
                .count();
    }

    private static LongTable<ScenarioNumbers> table(
            PageContext context, String title, List<ScenarioNumbers> scenarios) {
        LocalDate night = context.report().analysis().night();
        String nights = WindowWords.last(context.report().analysis());
        List<Table.Column<ScenarioNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", s -> name(context, s)));
        columns.add(Table.Column.shortChoice("Required", s -> Cell.soft(required(s))));
        columns.add(Table.Column.choice("Verdict", s -> Verdicts.label(context, s)));
        if (night != null) {
            columns.add(Table.Column.drawn("30 days", s -> Strip.cell(s.entries(), night)));
        }
        columns.add(Table.Column.number("Earlier", s -> Words.fraction(s.earlier())));
        columns.add(Table.Column.number("Tonight", s -> Words.fraction(s.tonight())));
        columns.add(Table.Column.bars("Pass rate", s -> Bar.cell(s.earlier(), Rate.of(s.tonight()))));
        int k = longest(context.report().analysis());
        if (k > 1) { // else it is the pass rate
            columns.add(Table.Column.number("pass^" + k, s -> passHat(s, k)));
        }
        columns.add(Table.Column.number(
                "Score", s -> Format.score(s.score() == null ? null : s.score().mean())));
        columns.add(Table.Column.number("Tone", s -> Format.score(s.tone().meanOverall())));
        columns.add(Table.Column.key("Category", ScenarioList::category));
        columns.add(Table.Column.key("Pathway", s -> Objects.requireNonNullElse(s.pathwayId(), "")));
        return new LongTable<>(
                "all",
                title,
                "over " + nights
                        + "; pass rate with 95 % interval, earlier nights above, tonight below; "
                        + "columns of the strip are nights, as high as their pass rate",
                "Scenarios with their runs of tonight and of " + nights,
                scenarios,
                columns,
                "No scenario was loaded.");
    }

    private static Cell name(PageContext context, ScenarioNumbers scenario) {
        return scenario.formerNames().isEmpty()
                ? context.scenario(scenario.id())
                : new Cell.Links(List.of(
                        context.link(SitePaths.scenario(scenario.id()), context.label(scenario.id())),
                        Link.plain("formerly " + Words.formerNames(scenario))));
    }

    static String required(ScenarioNumbers scenario) {
        String required = Objects.equals(scenario.required(), true) ? "required" : "";
        boolean disabled = Objects.equals(scenario.enabled(), false);
        return disabled ? (required.isEmpty() ? "disabled" : required + ", disabled") : required;
    }

    /** The k of the column pass^k: 5, or less where no scenario has as many runs. */
    private static int longest(Analysis analysis) {
        return analysis.scenarios().stream()
                .mapToInt(scenario -> Math.min(scenario.passHat().size(), MOST_K))
                .max()
                .orElse(0);
    }

    static String passHat(ScenarioNumbers scenario, int k) {
        return scenario.passHat().size() < k
                ? Format.UNDEFINED
                : Format.percent(scenario.passHat().get(k - 1));
    }
}
