package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.ToneEvidence;
import dev.callsheet.metrics.ToneIssueGroup;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.metrics.ToneTrend;
import dev.callsheet.metrics.WorstTurn;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tables of the page about tone. */
final class ToneTables {

    private static final List<ToneDimension> DIMENSIONS = List.of(ToneDimension.values());

    private ToneTables() {}

    /** Tonight, dimension by dimension, against the usual range. */
    static Section tonight(Analysis analysis) {
        ToneNumbers tone = analysis.tone();
        List<Table.Column<ToneDimension>> columns = new ArrayList<>(Tables.toneColumns(tone));
        columns.add(Table.Column.number(
                "Usual range",
                d -> analysis.usualTone().containsKey(d)
                        ? Usual.words(
                                Objects.requireNonNull(analysis.usualTone().get(d)))
                        : Format.UNDEFINED));
        columns.add(Band.column(DIMENSIONS, tone, analysis.usualTone()));
        return new Section(
                "tonight",
                "Tonight",
                Tables.toneNote(tone)
                        + (analysis.usualTone().isEmpty() ? "" : "; a ring is a mean outside of its usual range"),
                Table.of("Tone of tonight, by dimension", tone.scored() == 0 ? List.of() : DIMENSIONS, columns),
                "No run of tonight has a tone score.");
    }

    /** When tone changed: over all scenarios, then scenario by scenario, the firm changes first. */
    static Section changes(PageContext context) {
        ToneEvidence evidence = context.report().analysis().toneEvidence();
        List<ToneEvidence.Found> rows = evidence.changes();
        return new LongTable<>(
                        "changes",
                        "Changes",
                        rows.isEmpty()
                                ? ""
                                : "of nightly means; firm: stands even if nights resemble the night before, "
                                        + "which “by chance” allows for",
                        "Changes of tone, firm ones first",
                        rows,
                        List.of(
                                Table.Column.text(
                                        "Scenario",
                                        (ToneEvidence.Found c) -> c.scenarioId() == null
                                                ? Cell.text("All scenarios")
                                                : context.scenario(c.scenarioId())),
                                Table.Column.choice(
                                        "Dimension",
                                        c -> Cell.text(c.dimension().title())),
                                Table.Column.shortChoice("Sure", c -> ToneChangeWords.state(c.change())),
                                Table.Column.shortText(
                                        "Since",
                                        c -> Cell.text(
                                                Format.shortDate(c.change().since()))),
                                Table.Column.number(
                                        "Before", c -> Format.score(c.change().before())),
                                Table.Column.number(
                                        "Now", c -> Format.score(c.change().now())),
                                Table.Column.number(
                                        "Shift",
                                        c -> ToneChangeWords.shift(
                                                c.change().shift().value())),
                                Table.Column.number(
                                        "95 % interval",
                                        c -> ToneChangeWords.shift(
                                                c.change().shift().interval())),
                                Table.Column.number(
                                        "By chance",
                                        c -> "1 in "
                                                + ToneChangeWords.oneIn(
                                                        c.change().guardedP()))),
                        noChange(evidence))
                .only("data/report.json")
                .with(ToneClaimWords.rule(context, "largest t over all splits, by permutation", "5.6"));
    }

    private static String noChange(ToneEvidence evidence) {
        return evidence.series() == 0
                ? "No series of nights is long enough yet: it takes " + ToneTrend.FEWEST_NIGHTS
                        + " nights with a score."
                : "None found in " + Format.count(evidence.series(), "series", "series")
                        + " of nights, of the suite and of each scenario.";
    }

    /** The numbers behind the charts. */
    static Table nights(PageContext context) {
        List<Table.Column<NightNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Night", night -> context.night(night.night())));
        for (ToneDimension dimension : DIMENSIONS) {
            columns.add(Table.Column.number(
                    dimension.title(), night -> Format.score(night.tone().mean(dimension))));
        }
        columns.add(Table.Column.number("Runs scored", night -> scored(night.tone())));
        return Table.of(
                "Mean of each night, by dimension",
                drawn(context.report().analysis()).nights(),
                columns);
    }

    /** The nights of all six charts together. */
    static ShownNights drawn(Analysis analysis) {
        return ShownNights.of(analysis.nightNumbers(), night -> night.tone().scored() > 0);
    }

    private static String scored(ToneNumbers tone) {
        return tone.scored() + "/" + tone.valid();
    }

    /** Scenarios by dimensions. */
    static LongTable<ScenarioNumbers> scenarios(PageContext context, List<ScenarioNumbers> scored) {
        List<Table.Column<ScenarioNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", s -> context.scenario(s.id())));
        for (ToneDimension dimension : DIMENSIONS) {
            columns.add(
                    Table.Column.heat(dimension.title(), s -> Cell.heat(s.tone().mean(dimension))));
        }
        columns.add(Table.Column.number("Runs scored", s -> scored(s.tone())));
        LocalDate night = context.report().analysis().night();
        if (night != null) {
            columns.add(Table.Column.drawn(
                    "Overall, " + Strip.DAYS + " days",
                    s -> Spark.cell("overall tone", Spark.means(s.entries(), ToneDimension.OVERALL), night)));
        }
        return new LongTable<>(
                "scenarios",
                "Scenarios",
                "mean of " + WindowWords.last(context.report().analysis())
                        + ", lowest overall first; the darker, the lower",
                "Scenarios by dimension, lowest overall mean first",
                scored,
                columns,
                "No scenario has a tone score.");
    }

    static Section issues(PageContext context, List<ToneIssueGroup> issues) {
        return new LongTable<>(
                        "issues",
                        "Issues",
                        "as reported" + Words.ofInput(context.report()) + ", over "
                                + WindowWords.last(context.report().analysis()),
                        "Issues of tone",
                        issues,
                        List.of(
                                Table.Column.text("Issue", (ToneIssueGroup i) -> Cell.text(i.label())),
                                Table.Column.number("Times", i -> Format.grouped(i.count())),
                                Table.Column.number("Runs", i -> Format.grouped(i.runs())),
                                Table.Column.number("Of the scored runs", i -> Format.percent(i.shareOfScored())),
                                Table.Column.number("95 % interval", i -> Format.interval(i.interval())),
                                Table.Column.text("First", i -> context.night(i.first())),
                                Table.Column.text("Last", i -> context.night(i.last()))),
                        "No run reports an issue.")
                .only("data/report.json");
    }

    static Section worst(PageContext context, List<WorstTurn> turns) {
        return new Section(
                "worst",
                "Worst turns of tonight",
                "the worst negative examples, lowest overall tone first",
                Table.of(
                        "Turns that the tone score points to as negative",
                        turns,
                        List.of(
                                Table.Column.text("Said", t -> Cell.text("“" + t.quote() + "”")),
                                Table.Column.shortChoice(
                                        "About", t -> Cell.soft(t.category().replace('_', ' '))),
                                Table.Column.text(
                                        "Scenario",
                                        t -> context.scenario(t.run().facts().scenarioId())),
                                Table.Column.number("Overall", t -> Tables.tone(t.run())),
                                Table.Column.shortText("Where", t -> where(context, t)))),
                "No run of tonight has a negative example.");
    }

    /** The turn on the run's page; the run where the quoted words are in no turn they could mean. */
    private static Cell where(PageContext context, WorstTurn turn) {
        String where = turn.turn() == 0
                ? "run, turn unverified"
                : "turn " + turn.turn() + (turn.verified() ? "" : ", unverified");
        if (!context.hasPage(turn.run())) {
            return Cell.soft(where);
        }
        String place = turn.turn() == 0
                ? context.href(turn.run())
                : TurnPlaces.seenFrom(context, turn.run()).of(turn.turn());
        return Cell.link(place, where);
    }
}
