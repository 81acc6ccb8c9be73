package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.ToneDimension;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables that stand on several pages. */
final class Tables {

    private static final long FEW_SCORES = 10;

    private Tables() {}

    static LongTable<BatchNumbers> batches(
            PageContext context, String title, String note, List<BatchNumbers> batches, String otherwise) {
        return new LongTable<>(
                "batches",
                title,
                note,
                "Batches",
                batches,
                List.of(
                        Table.Column.text("Batch", b -> context.cell(SitePaths.batch(b.id()), b.id())),
                        Table.Column.choice("Status", Tables::status),
                        Table.Column.choice("Trigger", b -> Cell.soft(trigger(b))),
                        Table.Column.number("Passed", b -> Words.fraction(b.tally())),
                        Table.Column.text("Beside", b -> Cell.soft(Words.beside(b.tally())))),
                otherwise);
    }

    static Cell status(BatchNumbers batch) {
        return batch.document() == null || batch.document().status() == null
                ? Cell.soft("not loaded")
                : Words.state(batch.document().status());
    }

    static String trigger(BatchNumbers batch) {
        return batch.document() == null
                ? ""
                : Objects.requireNonNullElse(batch.document().triggerSource(), "");
    }

    static LongTable<SetNumbers> sets(
            PageContext context, String title, String note, List<SetNumbers> sets, String otherwise) {
        return new LongTable<>(
                "sets",
                title,
                note,
                "Simulation sets",
                sets,
                List.of(
                        Table.Column.text(
                                "Simulation set",
                                s -> context.cell(
                                        SitePaths.simulationSet(s.set().id()),
                                        s.set().id())),
                        Table.Column.choice(
                                "API status",
                                s -> s.set().status() == null
                                        ? Cell.soft("none")
                                        : Words.state(s.set().status())),
                        Table.Column.number(
                                "Scenarios", s -> Format.grouped(s.scenarios().size())),
                        Table.Column.number(
                                "Disagreements",
                                s -> Format.grouped(s.scenarios().stream()
                                        .mapToLong(
                                                entry -> entry.disagreements().size())
                                        .sum()))),
                otherwise);
    }

    /** The columns of a table of runs of one scenario. */
    static List<Table.Column<CorpusRun>> runs(PageContext context) {
        return List.of(
                run(context),
                Table.Column.shortChoice("Result", r -> Words.state(r.facts())),
                score(),
                Table.Column.number("Tone", Tables::tone),
                Table.Column.number("Turns", Tables::turns),
                Table.Column.number("Duration", r -> Format.duration(r.facts().durationMs())));
    }

    /** A run by its time, linked where it has a page. */
    static Table.Column<CorpusRun> run(PageContext context) {
        return Table.Column.text("Run", context::run);
    }

    /** The same in one line, where the table has many columns. */
    static Table.Column<CorpusRun> shortRun(PageContext context) {
        return Table.Column.shortText("Run", context::run);
    }

    /** A run's overall score. */
    static Table.Column<CorpusRun> score() {
        return Table.Column.number("Score", r -> Format.score(r.facts().score()));
    }

    static String turns(CorpusRun run) {
        Integer turns = run.facts().turnCount();
        return turns == null ? Format.UNDEFINED : Format.grouped(turns);
    }

    /** The vendor's overall figure. */
    static String tone(CorpusRun run) {
        return Format.score(run.facts().tone().get(ToneDimension.OVERALL));
    }

    /** The six dimensions and the vendor's overall figure of a group of runs. */
    static Table tone(ToneNumbers tone) {
        return Table.of("Tone dimensions", List.of(ToneDimension.values()), toneColumns(tone));
    }

    static List<Table.Column<ToneDimension>> toneColumns(ToneNumbers tone) {
        return List.of(
                Table.Column.text("Dimension", d -> Cell.text(d.title())),
                Table.Column.number("Mean", d -> Format.score(tone.mean(d))),
                Table.Column.number("95 % interval", d -> toneInterval(tone.get(d))),
                Table.Column.number("Lowest", d -> {
                    ToneNumbers.Dimension numbers = tone.get(d);
                    return Format.score(
                            numbers == null ? null : numbers.summary().min());
                }),
                Table.Column.number("Runs", d -> {
                    ToneNumbers.Dimension numbers = tone.get(d);
                    return numbers == null
                            ? "0"
                            : Format.grouped(numbers.summary().n());
                }));
    }

    /** How many runs of a group are scored, and what the sign before some of its intervals means. */
    static String toneNote(ToneNumbers tone) {
        return tone.dimensions().values().stream().anyMatch(Tables::isApproximate)
                ? scored(tone) + "; ≈ approximate, from fewer than " + FEW_SCORES + " runs"
                : scored(tone);
    }

    /** "41 of 50 runs scored". */
    static String scored(ToneNumbers tone) {
        return Format.grouped(tone.scored()) + " of " + Format.count(tone.valid(), "run") + " scored";
    }

    /** Of few and skewed scores a t interval covers less than it promises (metrics.md 5.3). */
    private static boolean isApproximate(ToneNumbers.Dimension numbers) {
        return numbers.interval() != null && numbers.summary().n() < FEW_SCORES;
    }

    private static String toneInterval(ToneNumbers.@Nullable Dimension numbers) {
        if (numbers == null || numbers.interval() == null) {
            return Format.UNDEFINED;
        }
        return (isApproximate(numbers) ? "≈ " : "")
                + Format.score(Math.max(0, numbers.interval().low())) + " to "
                + Format.score(Math.min(1, numbers.interval().high()));
    }
}
