package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.stats.Interval;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charts of the report and the tables that hold the same values. */
public final class Figures {

    /** More nights than this are not drawn, the newest are. */
    private static final int MOST_NIGHTS = 90;

    private static final double HALF = 0.5;
    private static final int FEWEST_NIGHTS = 2;

    private Figures() {}

    /** The pass rate of the nights with its interval; null when fewer than two nights have a result. */
    public static @Nullable ChartSpec trend(Analysis analysis) {
        List<NightNumbers> judged = judged(analysis);
        if (judged.size() < FEWEST_NIGHTS) {
            return null;
        }
        List<NightNumbers> shown = shown(judged);
        LocalDate last = shown.get(shown.size() - 1).night();
        LocalDate first = shown.get(0).night();
        List<String> labels =
                first.datesUntil(last.plusDays(1)).map(Format::shortDate).toList();
        List<ChartSpec.Point> points = new ArrayList<>();
        for (NightNumbers night : shown) {
            Interval interval = night.rate().shown().interval();
            points.add(new ChartSpec.Point(
                    Math.toIntExact(ChronoUnit.DAYS.between(first, night.night())),
                    night.rate().rate().passed() / (double) night.rate().rate().n(),
                    interval == null ? null : interval.low(),
                    interval == null ? null : interval.high()));
        }
        double lowest = points.stream()
                .mapToDouble(point -> point.low() == null ? point.value() : point.low())
                .min()
                .orElse(0);
        double floor = lowest >= HALF ? HALF : 0;
        return new ChartSpec(
                "trend",
                ChartSpec.Shape.WIDE,
                finding(shown),
                labels,
                new ChartSpec.YAxis(floor, 1, ChartSpec.Unit.PERCENT),
                null,
                points);
    }

    static @Nullable Figure trend(PageContext context, @Nullable ChartSpec spec) {
        SafePath chart = context.assets().trend();
        if (spec == null || chart == null) {
            return null;
        }
        Table numbers = Table.of(
                "Pass rate of each night",
                shown(judged(context.report().analysis())),
                List.of(
                        Table.Column.text("Night", n -> context.night(n.night())),
                        Table.Column.number("Passed", n -> Words.fraction(n.tally())),
                        Table.Column.number(
                                "Rate",
                                n -> Format.percent(
                                        n.tally().passed(), n.tally().valid())),
                        Table.Column.number(
                                "95 % interval",
                                n -> Format.interval(n.rate().shown().interval()))));
        return new Figure(chart.relativeTo(context.here()), spec.finding(), numbers);
    }

    private static List<NightNumbers> shown(List<NightNumbers> judged) {
        LocalDate last = judged.get(judged.size() - 1).night();
        return judged.stream()
                .filter(night -> ChronoUnit.DAYS.between(night.night(), last) < MOST_NIGHTS)
                .toList();
    }

    private static List<NightNumbers> judged(Analysis analysis) {
        return analysis.nightNumbers().stream()
                .filter(night -> night.tally().valid() > 0)
                .toList();
    }

    private static String finding(List<NightNumbers> nights) {
        NightNumbers first = nights.get(0);
        NightNumbers last = nights.get(nights.size() - 1);
        return "Pass rate over " + nights.size() + " nights: "
                + Format.percent(first.tally().passed(), first.tally().valid()) + " on "
                + Format.shortDate(first.night()) + ", "
                + Format.percent(last.tally().passed(), last.tally().valid()) + " on "
                + Format.shortDate(last.night()) + ".";
    }
}
