package dev.callsheet.site;

import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.stats.PassHatK;
import dev.callsheet.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of one simulation set: the API's figures beside ours. */
final class SetPage {

    private SetPage() {}

    public record View(String headline, Cell state, List<String> lead, List<Fact> facts, List<Section> sections) {}

    /** @param part of the table of scenarios, from 1 */
    static Page make(PageContext context, SetNumbers numbers, int part) {
        SimulationSet set = numbers.set();
        Section scenarios = scenarios(context, numbers).section(context, SitePaths.simulationSet(set.id()), part);
        if (part > 1) {
            List<Link> crumbs = new ArrayList<>(Frames.crumbsOf(context, numbers.night()));
            crumbs.add(context.link(SitePaths.simulationSet(set.id()), set.id()));
            return RowsPage.make(context, "Simulation set " + set.id(), crumbs, scenarios);
        }
        View view = new View(
                headline(numbers),
                set.status() == null ? Cell.soft("no status") : Words.state(set.status()),
                lead(numbers),
                facts(context, numbers),
                List.of(scenarios, modes(context, numbers)));
        return new Page(
                context.here(),
                "simulation-set",
                Frames.ofRecord(context, "Simulation set " + set.id(), Frames.crumbsOf(context, numbers.night())),
                view);
    }

    private static String headline(SetNumbers numbers) {
        if (numbers.scenarios().isEmpty()) {
            return "A simulation set without statistics.";
        }
        long disagreeing = numbers.scenarios().stream()
                .filter(entry -> !entry.disagreements().isEmpty())
                .count();
        String scenarios = Format.count(numbers.scenarios().size(), "scenario");
        long computed = numbers.scenarios().stream()
                .filter(entry -> entry.tally().finished() > 0)
                .count();
        if (computed == 0) {
            return "Simulation set of " + scenarios + "; none of its runs was loaded.";
        }
        return "Simulation set of " + scenarios
                + (disagreeing == 0
                        ? "; its figures agree with the runs loaded."
                        : "; " + disagreeing + (disagreeing == 1 ? " disagrees" : " disagree")
                                + " with the runs loaded.");
    }

    private static List<String> lead(SetNumbers numbers) {
        List<String> lead = new ArrayList<>();
        lead.add("Runs name no simulation set: the runs of its scenarios created within its time span are taken as its "
                + "own. The API's figures stand beside ours and are never added to them.");
        if ("PASSED".equals(numbers.set().status())
                && numbers.scenarios().stream()
                        .anyMatch(entry ->
                                entry.api().failed() != null && entry.api().failed() > 0)) {
            lead.add("The set's status is PASSED although runs failed: the status is no measure of quality.");
        }
        return lead;
    }

    private static List<Fact> facts(PageContext context, SetNumbers numbers) {
        SimulationSet set = numbers.set();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("id", new Cell.Code(set.id())));
        facts.add(new Fact("night", context.night(numbers.night())));
        facts.add(Fact.of("created", context.time(set.createdAt())));
        facts.add(Fact.of("completed", context.time(set.completedAt())));
        if (set.simulationsPerScenario() != null) {
            facts.add(Fact.of("simulations", set.simulationsPerScenario() + " a scenario"));
        }
        SimulationSet.Overall overall = set.overall();
        if (overall != null) {
            facts.add(Fact.of("API average rate", Format.score(overall.averagePassRate())));
            facts.add(Fact.of(
                    "API flaky",
                    overall.flakyCount() == null
                            ? Format.UNDEFINED
                            : overall.flakyCount().toString()));
            facts.add(Fact.of(
                    "API “reliable”",
                    overall.reliableCount() == null
                            ? Format.UNDEFINED
                            : overall.reliableCount() + " always pass or always fail"));
        }
        return facts;
    }

    private static LongTable<SetNumbers.PerScenario> scenarios(PageContext context, SetNumbers numbers) {
        return new LongTable<>(
                "scenarios",
                "Scenarios",
                "API figures beside ours; pass rate with 95 % interval, scores from lowest to highest with the median",
                "Scenarios of the set: the API's figures and ours",
                numbers.scenarios(),
                List.of(
                        Table.Column.text(
                                "Scenario", e -> context.scenario(e.api().scenarioId())),
                        Table.Column.number("API passed", e -> fraction(e.api())),
                        Table.Column.number("Our count", e -> Words.fraction(e.tally())),
                        Table.Column.bars("95 % interval", e -> Bar.cell(e.computed())),
                        Table.Column.number(
                                "API mean", e -> Format.score(e.api().meanScore())),
                        Table.Column.number(
                                "Our mean",
                                e -> Format.score(
                                        e.score() == null ? null : e.score().mean())),
                        new Table.Column<>(new Table.Head("Score spread", Table.Kind.BAND), SetPage::spread),
                        Table.Column.number("pass^3", e -> passHat(e.tally(), 3)),
                        Table.Column.text("Confidence", e -> Cell.soft(confidence(e))),
                        Table.Column.text("Disagreements", SetPage::disagreements),
                        Table.Column.shortText(
                                "Worst run", e -> worst(context, e.api().worstRunId()))),
                "The set has no statistics yet.");
    }

    private static Section modes(PageContext context, SetNumbers numbers) {
        List<SetNumbers.PerScenario> failing = numbers.scenarios().stream()
                .filter(entry -> !entry.api().failureModes().isEmpty())
                .toList();
        return new LongTable<>(
                        "modes",
                        "Failure modes",
                        "the API's words",
                        "Failure modes as the API words them",
                        failing,
                        List.of(
                                Table.Column.text(
                                        "Scenario",
                                        e -> context.scenario(e.api().scenarioId())),
                                Table.Column.text(
                                        "Failure modes",
                                        e -> Cell.text(String.join("; ", e.api().failureModes())))),
                        "The API names none.")
                .only("data/report.json");
    }

    private static String fraction(SimulationSet.PerScenario api) {
        String passed = api.passed() == null ? Format.UNDEFINED : api.passed().toString();
        return passed + "/"
                + (api.totalRuns() == null ? Format.UNDEFINED : api.totalRuns().toString());
    }

    /** Our scores where runs of the set are loaded, else the API's; a mark from lowest to highest, dot at the median. */
    private static Cell spread(SetNumbers.PerScenario entry) {
        Summary ours = entry.score();
        if (ours != null && ours.min() != null && ours.max() != null) {
            return spread(
                    ours.min(),
                    ours.max(),
                    ours.median(),
                    Format.score(ours.sampleSd()) + " by " + Format.count(ours.n(), "run"));
        }
        SimulationSet.PerScenario api = entry.api();
        return api.minScore() == null || api.maxScore() == null
                ? Cell.soft(Format.UNDEFINED)
                : spread(
                        api.minScore().value(),
                        api.maxScore().value(),
                        api.medianScore() == null ? null : api.medianScore().value(),
                        Format.score(api.stddevScore()) + " by the API");
    }

    private static Cell spread(double low, double high, @Nullable Double median, String sd) {
        return low > high
                ? Cell.soft("from " + Format.score(low) + " to " + Format.score(high))
                : Band.spread(
                        low,
                        high,
                        median,
                        "scores from " + Format.score(low) + " to " + Format.score(high) + ", median "
                                + Format.score(median) + ", sd " + sd);
    }

    private static String passHat(Tally tally, int k) {
        return Format.percent(PassHatK.passHatK(tally.passed(), tally.valid(), k));
    }

    private static String confidence(SetNumbers.PerScenario entry) {
        String api = entry.api().confidence() == null
                ? Format.UNDEFINED
                : entry.api().confidence();
        return entry.confidence() == null || entry.confidence().equals(api)
                ? "API " + api
                : "API " + api + ", ours " + entry.confidence();
    }

    private static Cell disagreements(SetNumbers.PerScenario entry) {
        if (entry.tally().finished() == 0) {
            return Cell.soft("no runs loaded");
        }
        return entry.disagreements().isEmpty()
                ? Cell.soft("none")
                : Cell.text(entry.disagreements().stream()
                        .map(d -> d.field() + " " + d.api() + ", by the runs " + d.computed())
                        .collect(Collectors.joining("; ")));
    }

    private static Cell worst(PageContext context, @Nullable String runId) {
        return runId == null ? Cell.soft("none") : context.cell(SitePaths.run(runId), Format.shortId(runId));
    }
}
