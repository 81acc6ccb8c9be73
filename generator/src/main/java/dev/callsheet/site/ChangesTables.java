package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Comparison;
import dev.callsheet.metrics.NightComparison;
import dev.callsheet.metrics.NightComparison.Moved;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.SuiteChanges;
import dev.callsheet.metrics.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of tonight against an earlier night. */
final class ChangesTables {

    private static final int MOST = 50;
    private static final String WHERE_ALL = "data/changes.csv";

    private final PageContext context;
    private final Analysis analysis;
    private final NightComparison nights;
    private final Map<String, Comparison.Pair> pairs;
    private final Map<String, ScenarioNumbers> scenarios;

    ChangesTables(PageContext context, NightComparison nights) {
        this.context = context;
        this.analysis = context.report().analysis();
        this.nights = nights;
        this.pairs = nights.comparison().pairs().stream()
                .collect(Collectors.toMap(Comparison.Pair::scenarioId, Function.identity()));
        this.scenarios = context.report().scenariosById();
    }

    /** What changed beyond chance, with the counts of the two nights: worse ones first. */
    Section moved(String id, String title) {
        List<Moved> moved =
                Stream.concat(nights.worse().stream(), nights.better().stream()).toList();
        List<Table.Column<Moved>> columns = new ArrayList<>();
        columns.add(
                Table.Column.text("Scenario", m -> context.scenario(m.scenario().id())));
        columns.addAll(ofNights(m -> m.scenario().id()));
        columns.add(Table.Column.text("Real?", this::real));
        return new LongTable<>(
                        id,
                        title,
                        moved.isEmpty()
                                ? ""
                                : "the verdict is of all nights; counts, change and q are of these two alone",
                        "Scenarios that changed",
                        moved,
                        columns,
                        "Nothing that chance would not explain.")
                .only(MOST, WHERE_ALL);
    }

    private Cell real(Moved moved) {
        boolean worse = nights.worse().contains(moved);
        boolean tonight =
                moved.scenario().decision().isTonight() && moved.since().equals(analysis.night());
        return new Cell.Label(
                new Cell.State(worse ? Mark.FAIL : Mark.PASS, "real," + Verdicts.when(moved.since(), analysis.night())),
                Verdicts.rule(context, tonight ? "rule-3-3" : "rule-3-2"));
    }

    /** Sentences on changes that a version came with. */
    List<String> likelyCauses() {
        return Stream.concat(nights.worse().stream(), nights.better().stream())
                .flatMap(moved -> Evidence.versions(moved.scenario(), moved.since()).stream()
                        .map(words -> context.label(moved.scenario().id()) + ": " + words))
                .toList();
    }

    /** What changed on that night or before and is news still. */
    Section stillNews() {
        SuiteChanges changes = analysis.changes();
        List<ScenarioNumbers> earlier = Stream.concat(changes.worse().stream(), changes.better().stream())
                .filter(scenario -> !Objects.requireNonNull(scenario.decision().eventSince())
                        .isAfter(nights.against()))
                .toList();
        return new LongTable<>(
                        "earlier",
                        "Changed before, and still news",
                        "pass rate with 95 % interval, before above, after below",
                        "Scenarios that changed on that night or earlier",
                        earlier,
                        List.of(
                                Table.Column.text("Scenario", s -> context.scenario(s.id())),
                                Table.Column.number(
                                        "Before",
                                        s -> Words.fraction(Objects.requireNonNull(
                                                s.decision().beforeEvent()))),
                                Table.Column.number(
                                        "After",
                                        s -> Words.fraction(Objects.requireNonNull(
                                                s.decision().sinceEvent()))),
                                Table.Column.bars(
                                        "Pass rate",
                                        s -> Bar.pair(
                                                "before",
                                                Objects.requireNonNull(
                                                        s.decision().beforeEvent()),
                                                "after",
                                                Objects.requireNonNull(
                                                        s.decision().sinceEvent()))),
                                Table.Column.choice("Verdict", s -> Verdicts.label(context, s))),
                        "")
                .only(MOST, WHERE_ALL);
    }

    /** A scenario with a result on one of the nights. */
    private record Once(ScenarioNumbers scenario, Cell what, String why) {}

    Section ranOnce(String id) {
        List<Once> once = new ArrayList<>();
        nights.fresh().forEach(s -> once.add(new Once(scenario(s), new Cell.State(Mark.NEW, "new"), "")));
        nights.returned().forEach(s -> once.add(new Once(scenario(s), new Cell.State(Mark.NEW, "back"), "")));
        nights.gone()
                .forEach(s -> once.add(new Once(
                        scenario(s),
                        new Cell.State(Mark.NONE, "no longer tested"),
                        scenario(s).definition() == null ? "no document names it" : "switched off")));
        nights.notRun()
                .forEach(s ->
                        once.add(new Once(scenario(s), Words.outcome(scenario(s).tonight()), "")));
        return new LongTable<>(
                        id,
                        "On one of the two nights only",
                        "",
                        "Scenarios with a result on one of the two nights only",
                        once,
                        List.of(
                                Table.Column.text("Scenario", o -> context.scenario(o.scenario.id())),
                                Table.Column.shortChoice("What", Once::what),
                                Table.Column.number(then(), o -> then(o.scenario)),
                                Table.Column.number("Tonight", o -> Words.fraction(o.scenario.tonight())),
                                Table.Column.text("Why", o -> Cell.soft(o.why))),
                        "")
                .only(MOST, WHERE_ALL)
                .with(Verdicts.rule(context, "What these words mean", "rule-2-9"));
    }

    private ScenarioNumbers scenario(String id) {
        return Objects.requireNonNull(scenarios.get(id), id);
    }

    private String then(ScenarioNumbers scenario) {
        var entry = scenario.entryOf(nights.against());
        return Words.fraction(entry == null ? Tally.ZERO : entry.tally());
    }

    /** A scenario in the plain list. */
    private record Fact(String scenarioId, String fact) {}

    /** Which scenarios went from passing in full to failing a run, or back, or failed in full both times. */
    Section facts() {
        NightNumbers tonight = analysis.tonight();
        List<Fact> facts = facts(tonight == null ? null : tonight.changes());
        List<Table.Column<Fact>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", f -> context.scenario(f.scenarioId)));
        columns.add(Table.Column.shortChoice("Fact", f -> Cell.text(f.fact)));
        columns.addAll(ofNights(Fact::scenarioId));
        return new LongTable<>(
                        "facts",
                        "Facts, not findings",
                        "what passed every run on one night and not on the other, or failed every run on both; furthest moved first",
                        "Scenarios by what they did on the two nights",
                        facts,
                        columns,
                        "No scenario went from passing every run to failing one, or back, or failed every run on both nights.")
                .only(MOST, WHERE_ALL);
    }

    private List<Fact> facts(@Nullable RunChanges changes) {
        if (changes == null) {
            return List.of();
        }
        return Stream.of(
                        facts(changes.newlyFailing(), "newly failing"),
                        facts(changes.newlyPassing(), "newly passing"),
                        facts(changes.stillFailing(), "still failing"))
                .flatMap(Function.identity())
                .toList();
    }

    /** Those that moved furthest first. */
    private Stream<Fact> facts(List<String> scenarioIds, String fact) {
        return scenarioIds.stream()
                .sorted(Comparator.comparingDouble(id -> -moved(pairs.get(id))))
                .map(id -> new Fact(id, fact));
    }

    private static double moved(Comparison.@Nullable Pair pair) {
        return pair == null ? 0 : Math.abs(pair.difference().difference());
    }

    /** What the two nights alone say of a scenario; dashes where it has no result on one of them. */
    private <R> List<Table.Column<R>> ofNights(Function<R, String> id) {
        return List.of(
                Table.Column.number(then(), row -> then(scenario(id.apply(row)))),
                Table.Column.number(
                        "Tonight", row -> Words.fraction(scenario(id.apply(row)).tonight())),
                Table.Column.number("Change", row -> change(pairs.get(id.apply(row)))),
                Table.Column.differences("Change with 95 % interval", row -> bar(pairs.get(id.apply(row)))),
                Table.Column.number("q", row -> q(pairs.get(id.apply(row)))));
    }

    private String then() {
        LocalDate against = nights.against();
        return Format.shortDate(against);
    }

    static String change(Comparison.@Nullable Pair pair) {
        return pair == null ? Format.UNDEFINED : Format.points(pair.difference().difference());
    }

    static Cell bar(Comparison.@Nullable Pair pair) {
        return pair == null ? Cell.soft("") : Bar.difference(pair.difference());
    }

    static String q(Comparison.@Nullable Pair pair) {
        return pair == null ? Format.UNDEFINED : Format.probability(pair.q());
    }
}
