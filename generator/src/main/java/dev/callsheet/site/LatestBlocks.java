package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.metrics.Twin;
import dev.callsheet.model.ToneDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The tables of the first page; each only where there is something to say. */
final class LatestBlocks {

    private static final int MOST = 5;
    private static final int MOST_REQUIRED = 10;

    private LatestBlocks() {}

    /** The required scenarios, those without a result first, then the lowest of tonight. */
    static List<ScenarioNumbers> required(Analysis analysis) {
        return analysis.scenarios().stream()
                .filter(scenario -> Objects.equals(scenario.required(), true))
                .sorted(Comparator.comparing((ScenarioNumbers s) -> s.tonight().valid() == 0
                                ? -1
                                : s.tonight().passed() / (double) s.tonight().valid())
                        .thenComparing(ScenarioNumbers::name)
                        .thenComparing(ScenarioNumbers::id))
                .toList();
    }

    static Cell worst(PageContext context, ScenarioNumbers scenario) {
        if (scenario.worst() == null) {
            return Cell.soft("");
        }
        List<Link> links = new ArrayList<>();
        links.add(context.link(scenario.worst(), "worst run"));
        Stream.ofNullable(Twin.of(scenario.worst(), scenario.entries()))
                .map(twin -> context.link(twin, "nearest pass"))
                .forEach(links::add);
        return new Cell.Links(links);
    }

    static List<Section> left(PageContext context) {
        Analysis analysis = context.report().analysis();
        List<Section> sections = new ArrayList<>();
        List<ScenarioNumbers> required = required(analysis);
        if (!required.isEmpty()) {
            sections.add(required(context, required));
        }
        if (analysis.hasNightWithResult()) {
            sections.add(flaky(context, analysis));
        }
        List<ScenarioNumbers> idle = analysis.scenarios().stream()
                .filter(scenario -> scenario.tonight().valid() == 0)
                .toList();
        if (!idle.isEmpty()) {
            sections.add(idle(context, idle));
        }
        return sections;
    }

    static List<Section> right(PageContext context) {
        Analysis analysis = context.report().analysis();
        List<Section> sections = new ArrayList<>();
        List<NodeFinding> nodes = NodeFinding.ranked(analysis.pathways());
        if (!nodes.isEmpty()) {
            sections.add(nodes(context, nodes));
        }
        if (!analysis.failures().isEmpty()) {
            sections.add(failures(context, analysis));
        }
        if (analysis.nightNumbers().stream().anyMatch(night -> night.tone().scored() > 0)) {
            sections.add(tone(context, analysis));
        }
        return sections;
    }

    private static Section required(PageContext context, List<ScenarioNumbers> required) {
        return new Section(
                "required",
                "Required for promotion",
                "by all evidence " + PromotionWords.ofRequired(context.report().analysis())
                        + (required.size() > MOST_REQUIRED
                                ? "; lowest first, " + MOST_REQUIRED + " of " + Format.grouped(required.size())
                                : "; lowest first"),
                Table.of(
                        "Scenarios required for promotion",
                        required.stream().limit(MOST_REQUIRED).toList(),
                        List.of(
                                Table.Column.text("Scenario", s -> context.scenario(s.id())),
                                Table.Column.text("Verdict", s -> Verdicts.label(context, s)),
                                Table.Column.squares("Tonight", s -> tonight(context, s)),
                                Table.Column.number("Passed", s -> Words.fraction(s.tonight())))),
                "");
    }

    private static Section flaky(PageContext context, Analysis analysis) {
        List<ScenarioNumbers> flaky = flaky(analysis);
        return new Section(
                "flaky",
                "Flaky",
                "by failed runs to expect next night"
                        + (flaky.size() > MOST ? ", " + MOST + " of " + Format.grouped(flaky.size()) : ""),
                Table.of(
                        "Flaky scenarios, and those of which that is not proven",
                        flaky.stream().limit(MOST).toList(),
                        List.of(
                                Table.Column.text("Scenario", s -> context.scenario(s.id())),
                                Table.Column.text("Verdict", s -> Verdicts.label(context, s)),
                                Table.Column.number("Passed", s -> Words.fraction(FlakinessPage.judged(s))),
                                Table.Column.number("Fails next", s -> FlakinessPage.next(analysis, s)))),
                "No scenario passes and fails by turns.",
                context.more(context.link(SitePaths.FLAKINESS, "more on flakiness")));
    }

    /** Those that are flaky, then those that are mixed without proof, by failed runs to expect next night. */
    static List<ScenarioNumbers> flaky(Analysis analysis) {
        return FlakinessPage.mixed(analysis).stream()
                .filter(s -> s.decision().headline() == Headline.FLAKY
                        || s.decision().headline() == Headline.SUSPECT)
                .toList();
    }

    private static Section idle(PageContext context, List<ScenarioNumbers> idle) {
        return new Section(
                "idle",
                "Without a result tonight",
                idle.size() > MOST ? MOST + " of " + Format.grouped(idle.size()) : "",
                Table.of(
                        "Scenarios without a result tonight",
                        idle.stream().limit(MOST).toList(),
                        List.of(
                                Table.Column.text("Scenario", s -> context.scenario(s.id())),
                                Table.Column.text("Tonight", s -> Words.outcome(s.tonight())),
                                Table.Column.text("Note", s -> Cell.soft(ScenariosPage.required(s))))),
                "",
                context.more(context.link(
                        SitePaths.scenarioList(ScenarioList.NOT_TONIGHT), "all without a result tonight")));
    }

    private static Section nodes(PageContext context, List<NodeFinding> nodes) {
        return new Section(
                "nodes",
                "Where calls fail",
                "over " + WindowWords.nights(context.report().analysis())
                        + ": nodes most associated with failing; late ones may be symptoms",
                Table.of(
                        "Nodes whose calls fail more often than others",
                        nodes.stream().limit(MOST).toList(),
                        List.of(
                                Table.Column.text(
                                        "Node",
                                        n -> context.cell(
                                                SitePaths.pathway(n.pathway().id()),
                                                n.node().feature().node())),
                                Table.Column.text("Associated", n -> NodeTables.association(n.node())),
                                Table.Column.number(
                                        "Failed with",
                                        n -> NodeFinding.failed(n.node().with())),
                                Table.Column.number(
                                        "Failed without",
                                        n -> NodeFinding.failed(n.node().without())),
                                Table.Column.number("q", n -> NodeTables.p(n.suspicion(), true)))),
                "",
                context.more(
                        context.link(SitePaths.PATHWAYS, "all pathways"),
                        Verdicts.rule(context, "how nodes are ranked", "rule-6-2")));
    }

    private static Section failures(PageContext context, Analysis analysis) {
        List<FailingTonight> failures = FailingTonight.of(analysis);
        return new Section(
                "failures",
                "What calls fail on",
                "most runs of tonight first"
                        + (failures.size() > MOST ? ", " + MOST + " of " + Format.grouped(failures.size()) : ""),
                Table.of(
                        "Groups of failures",
                        failures.stream().limit(MOST).toList(),
                        FailingTonight.columns(
                                analysis, group -> context.cell(SitePaths.failure(group), FailuresPage.name(group)))),
                "",
                context.more(context.link(SitePaths.FAILURES, "all failures")));
    }

    private static Section tone(PageContext context, Analysis analysis) {
        ToneNumbers tonight = analysis.tone();
        boolean usual = !analysis.usualTone().isEmpty();
        return new Section(
                "tone",
                "Tone tonight",
                Tables.scored(tonight)
                        + (tonight.scored() == 0
                                ? ""
                                : usual ? "; the band is where 8 nights of 10 lay before" : "; no usual band yet"),
                tonight.scored() == 0
                        ? new Table("Tone dimensions", List.of(), List.of())
                        : Table.of(
                                "Tone of tonight, by dimension",
                                ToneDimension.SIX,
                                List.of(
                                        Table.Column.text("Dimension", d -> Cell.text(d.title())),
                                        Table.Column.number("Mean", d -> Format.score(tonight.mean(d))),
                                        Band.column(ToneDimension.SIX, tonight, analysis.usualTone()))),
                "No run of tonight has a tone score.",
                context.more(context.link(SitePaths.TONE, "more on tone")));
    }

    private static Cell tonight(PageContext context, ScenarioNumbers scenario) {
        NightEntry entry = scenario.entryOf(context.report().analysis().night());
        return entry == null && scenario.tonight().total() == 0 ? Words.outcome(Tally.ZERO) : context.squares(entry);
    }
}
