package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Flag;
import dev.callsheet.site.ChartSpec.Kind;
import dev.callsheet.site.ChartSpec.Point;
import dev.callsheet.site.ChartSpec.Shape;
import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.Usual;
import dev.callsheet.site.ChartSpec.YAxis;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts the tests draw. */
final class Specs {

    static final YAxis SHARE = new YAxis(0, 1, Unit.PERCENT);

    private Specs() {}

    /** A wavy pass rate with intervals on the nights that ran. */
    static ChartSpec nights(int nights, IntPredicate ran) {
        return of(
                nights,
                IntStream.range(0, nights)
                        .filter(ran)
                        .mapToObj(night -> {
                            double rate = 0.8 + 0.07 * Math.sin(night * 1.7);
                            return new Point(night, rate, rate - 0.09, rate + 0.06);
                        })
                        .toArray(Point[]::new));
    }

    static ChartSpec nights(int nights) {
        return nights(nights, night -> true);
    }

    static ChartSpec of(int places, Point... points) {
        List<String> labels = IntStream.rangeClosed(1, places)
                .mapToObj(place -> place % 28 + 1 + " Apr")
                .toList();
        return new ChartSpec("trend", Shape.WIDE, "The rate is steady.", labels, SHARE, null, List.of(points));
    }

    static ChartSpec small(ChartSpec spec) {
        return new ChartSpec(
                spec.name(),
                Shape.SMALL,
                spec.finding(),
                spec.xLabels(),
                new YAxis(0, 1, Unit.SCORE),
                spec.usual(),
                spec.points());
    }

    static ChartSpec usually(double low, double high, ChartSpec spec) {
        return new ChartSpec(
                spec.name(),
                spec.shape(),
                spec.finding(),
                spec.xLabels(),
                spec.yAxis(),
                new Usual(low, high),
                spec.points());
    }

    /** With a change of version and of scenarios at each of some places. */
    static ChartSpec flagged(ChartSpec spec, int... places) {
        return spec.with(
                spec.changes(),
                IntStream.of(places)
                        .boxed()
                        .flatMap(place -> Stream.of(
                                new Flag(place, Kind.VERSION, "v" + place),
                                new Flag(place, place % 2 == 0 ? Kind.WORSE : Kind.BETTER, "1 worse")))
                        .toList());
    }

    static ChartSpec counts(int... counts) {
        ChartSpec spec = of(
                counts.length,
                IntStream.range(0, counts.length)
                        .mapToObj(place -> bare(place, 0))
                        .toArray(Point[]::new));
        return new ChartSpec(
                "counts",
                spec.shape(),
                spec.finding(),
                spec.xLabels(),
                new YAxis(0, Math.max(1, IntStream.of(counts).max().orElse(1)), Unit.COUNT),
                null,
                IntStream.range(0, counts.length)
                        .mapToObj(place -> bare(place, counts[place]))
                        .toList());
    }

    /** Durations of the longest calls an axis may have to show. */
    static ChartSpec longestCalls() {
        double centuries = Long.MAX_VALUE / 1000.0;
        return new ChartSpec(
                "duration",
                Shape.WIDE,
                "Calls do not end.",
                List.of("a".repeat(99), "b".repeat(99)),
                new YAxis(0, centuries, Unit.SECONDS),
                null,
                List.of(bare(1, centuries)));
    }

    static Point bare(int place, double value) {
        return new Point(place, value, null, null);
    }
}
