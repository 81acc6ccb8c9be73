package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Point;
import dev.callsheet.site.ChartSpec.Shape;
import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.Usual;
import dev.callsheet.site.ChartSpec.YAxis;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
