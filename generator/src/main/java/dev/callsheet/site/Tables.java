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

    private Tables() {}

    static Table batches(PageContext context, List<BatchNumbers> batches) {
        return Table.of(
                "Batches",
                batches,
                List.of(
                        Table.Column.text("Batch", b -> context.cell(SitePaths.batch(b.id()), b.id())),
                        Table.Column.text("Status", Tables::status),
                        Table.Column.text("Trigger", b -> Cell.soft(trigger(b))),
                        Table.Column.number("Passed", b -> Words.fraction(b.tally())),
                        Table.Column.text("Beside", b -> Cell.soft(Words.beside(b.tally())))));
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

    static Table sets(PageContext context, List<SetNumbers> sets) {
        return Table.of(
                "Simulation sets",
                sets,
                List.of(
                        Table.Column.text(
                                "Simulation set",
                                s -> context.cell(
                                        SitePaths.simulationSet(s.set().id()),
                                        s.set().id())),
                        Table.Column.text(
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
                                        .sum()))));
    }

    static Table runs(PageContext context, String caption, List<CorpusRun> runs) {
        return Table.of(
                caption,
                runs,
                List.of(
                        run(context),
                        Table.Column.shortText("Result", r -> Words.state(r.facts())),
                        score(),
                        Table.Column.number("Tone", Tables::tone),
                        Table.Column.number(
                                "Turns",
                                r -> r.facts().turnCount() == null
                                        ? Format.UNDEFINED
                                        : r.facts().turnCount().toString()),
                        Table.Column.number(
                                "Duration", r -> Format.duration(r.facts().durationMs()))));
    }

    /** A run by its time, linked. */
    static Table.Column<CorpusRun> run(PageContext context) {
        return Table.Column.text(
                "Run",
                r -> context.cell(SitePaths.run(r.id()), context.time(r.facts().createdAt())));
    }

    /** A run's overall score. */
    static Table.Column<CorpusRun> score() {
        return Table.Column.number("Score", r -> Format.score(r.facts().score()));
    }

    private static String tone(CorpusRun run) {
        return Format.score(run.facts().tone().get(ToneDimension.OVERALL));
    }

    /** The six dimensions and the vendor's overall figure of a group of runs. */
    static Table tone(ToneNumbers tone) {
        return Table.of(
                "Tone dimensions",
                List.of(ToneDimension.values()),
                List.of(
                        Table.Column.text("Dimension", d -> Cell.text(d.title())),
                        Table.Column.number("Mean", d -> Format.score(toneMean(tone, d))),
                        Table.Column.number("95 % interval", d -> toneInterval(tone, d)),
                        Table.Column.number("Lowest", d -> {
                            ToneNumbers.Dimension dimension = tone.get(d);
                            return Format.score(
                                    dimension == null
                                            ? null
                                            : dimension.summary().min());
                        }),
                        Table.Column.number("Runs", d -> {
                            ToneNumbers.Dimension dimension = tone.get(d);
                            return dimension == null
                                    ? "0"
                                    : Format.grouped(dimension.summary().n());
                        })));
    }

    private static @Nullable Double toneMean(ToneNumbers tone, ToneDimension dimension) {
        ToneNumbers.Dimension numbers = tone.get(dimension);
        return numbers == null ? null : numbers.summary().mean();
    }

    private static String toneInterval(ToneNumbers tone, ToneDimension dimension) {
        ToneNumbers.Dimension numbers = tone.get(dimension);
        if (numbers == null || numbers.interval() == null) {
            return Format.UNDEFINED;
        }
        return Format.decimal(Math.max(0, numbers.interval().low()), 2) + " to "
                + Format.decimal(Math.min(1, numbers.interval().high()), 2);
    }
}
