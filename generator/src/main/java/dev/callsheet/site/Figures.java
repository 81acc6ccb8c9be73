package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightLabels;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.PassHatPoint;
import dev.callsheet.model.ToneDimension;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Charts as pages show them: the picture, its finding, its numbers; or, where there is no picture, the reason. */
final class Figures {

    static final String TREND = "Pass rate, night by night";
    static final String PASS_HAT = "pass^k: the chance that k calls of a scenario all pass";

    private static final Table NO_NUMBERS = new Table("", List.of(), List.of());

    private Figures() {}

    static Figure trend(PageContext context) {
        Analysis analysis = context.report().analysis();
        Table numbers = Table.of(
                "Pass rate of each night",
                ShownNights.of(analysis.nightNumbers(), night -> night.tally().valid() > 0)
                        .nights(),
                List.of(
                        night(context),
                        Table.Column.number("Passed", n -> Words.fraction(n.tally())),
                        Table.Column.number(
                                "Rate",
                                n -> Format.percent(
                                        n.tally().passed(), n.tally().valid())),
                        Table.Column.number(
                                "95 % interval",
                                n -> Format.interval(n.rate().shown().interval()))));
        return figure(
                context, "trend", TREND, ChartSpec.Shape.WIDE, Charts.trend(analysis), twoNights("a result"), numbers);
    }

    static Figure flaky(PageContext context) {
        Analysis analysis = context.report().analysis();
        Table numbers = Table.of(
                "Scenarios of each night, judged by the runs up to then",
                ShownNights.of(analysis.nightNumbers(), night -> night.labels() != null)
                        .nights(),
                List.of(
                        night(context),
                        labels("Flaky", NightLabels::flaky),
                        labels("Got worse", NightLabels::regressed),
                        labels("Always fail", NightLabels::broken)));
        return figure(
                context,
                "flaky",
                "Flaky scenarios, judged on each night by the runs up to then",
                ChartSpec.Shape.WIDE,
                Charts.flaky(analysis),
                twoNights("a run"),
                numbers);
    }

    private static Table.Column<NightNumbers> labels(String title, ToIntFunction<NightLabels> count) {
        return Table.Column.number(
                title,
                night -> night.labels() == null ? Format.UNDEFINED : Format.grouped(count.applyAsInt(night.labels())));
    }

    static Figure passHat(PageContext context) {
        Analysis analysis = context.report().analysis();
        Table numbers = Table.of(
                "pass^k of the suite",
                analysis.passHat(),
                List.of(
                        Table.Column.shortText("k", (PassHatPoint p) -> Cell.text(Integer.toString(p.k()))),
                        Table.Column.number("pass^k", p -> Format.percent(p.value())),
                        Table.Column.number("95 % interval", p -> Format.interval(p.interval())),
                        Table.Column.number("Scenarios", p -> Format.grouped(p.n())),
                        Table.Column.number("With fewer runs", p -> Format.grouped(p.leftOut()))));
        return figure(
                context,
                "pass-hat-k",
                PASS_HAT,
                ChartSpec.Shape.WIDE,
                Charts.passHat(analysis),
                "No chart: it needs a scenario with two valid runs.",
                numbers);
    }

    /** One dimension of tone; the numbers of all six stand in one table of the page. */
    static Figure tone(PageContext context, ToneDimension dimension) {
        return figure(
                context,
                dimension.field().replace('_', '-'),
                dimension.title(),
                ChartSpec.Shape.SMALL,
                Charts.tone(context.report().analysis(), dimension),
                twoNights("a score"),
                NO_NUMBERS);
    }

    static Figure score(PageContext context) {
        Analysis analysis = context.report().analysis();
        Table numbers = Table.of(
                "Overall scores of each night",
                ShownNights.of(analysis.nightNumbers(), night -> night.score() != null)
                        .nights(),
                List.of(
                        night(context),
                        Table.Column.number(
                                "Lowest",
                                n -> Format.score(
                                        n.score() == null ? null : n.score().min())),
                        Table.Column.number(
                                "10 %",
                                n -> Format.score(
                                        n.score() == null ? null : n.score().p10())),
                        Table.Column.number(
                                "Median",
                                n -> Format.score(
                                        n.score() == null ? null : n.score().median())),
                        Table.Column.number(
                                "90 %",
                                n -> Format.score(
                                        n.score() == null ? null : n.score().p90())),
                        Table.Column.number(
                                "Runs",
                                n -> n.score() == null
                                        ? "0"
                                        : Format.grouped(n.score().n()))));
        return figure(
                context,
                "score",
                "Overall score: median, and where 8 of 10 runs lie",
                ChartSpec.Shape.WIDE,
                Charts.score(analysis),
                twoNights("a score"),
                numbers);
    }

    static Figure duration(PageContext context) {
        Analysis analysis = context.report().analysis();
        Table numbers = Table.of(
                "Duration of the valid runs of each night",
                ShownNights.of(analysis.nightNumbers(), night -> night.duration() != null)
                        .nights(),
                List.of(
                        night(context),
                        Table.Column.number(
                                "Shortest",
                                n -> millis(
                                        n.duration() == null
                                                ? null
                                                : n.duration().min())),
                        Table.Column.number(
                                "10 %",
                                n -> millis(
                                        n.duration() == null
                                                ? null
                                                : n.duration().p10())),
                        Table.Column.number(
                                "Median",
                                n -> millis(
                                        n.duration() == null
                                                ? null
                                                : n.duration().median())),
                        Table.Column.number(
                                "90 %",
                                n -> millis(
                                        n.duration() == null
                                                ? null
                                                : n.duration().p90())),
                        Table.Column.number(
                                "Runs",
                                n -> n.duration() == null
                                        ? "0"
                                        : Format.grouped(n.duration().n()))));
        return figure(
                context,
                "duration",
                "Duration of a call: median, and where 8 of 10 lie",
                ChartSpec.Shape.WIDE,
                Charts.duration(analysis),
                twoNights("a duration"),
                numbers);
    }

    private static Table.Column<NightNumbers> night(PageContext context) {
        return Table.Column.text("Night", n -> context.night(n.night()));
    }

    private static String twoNights(String value) {
        return "No chart: it needs two nights with " + value + ", " + ShownNights.MOST_DAYS + " days apart at most.";
    }

    private static String millis(@Nullable Double millis) {
        return Format.duration(millis == null ? null : Math.round(millis));
    }

    private static Figure figure(
            PageContext context,
            String name,
            String title,
            ChartSpec.Shape shape,
            @Nullable ChartSpec spec,
            String reason,
            Table numbers) {
        String picture = context.chart(name);
        String finding = spec == null ? reason : spec.finding();
        return new Figure(
                name,
                title,
                spec == null ? null : picture,
                shape.width(),
                shape.height(),
                spec == null || picture != null ? finding : finding + " No chart: there was no font to draw it with.",
                numbers);
    }
}
