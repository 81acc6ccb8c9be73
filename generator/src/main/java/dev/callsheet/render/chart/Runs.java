package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a line may be drawn without crossing a gap. */
final class Runs {

    private Runs() {}

    /** An interval at a place, or between two. */
    record Interval(double place, double low, double high) {

        /** The interval of a point, if it has one. */
        static Stream<Interval> of(Point point) {
            return point.low() == null || point.high() == null
                    ? Stream.empty()
                    : Stream.of(new Interval(point.place(), point.low(), point.high()));
        }

        Interval moved(double places) {
            return new Interval(place + places, low, high);
        }
    }

    /** The points, cut wherever a place is missing. */
    static List<List<Point>> ofPoints(List<Point> points) {
        List<List<Point>> runs = new ArrayList<>();
        int previous = -2;
        for (Point point : points) {
            if (point.place() != previous + 1) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            previous = point.place();
        }
        return runs;
    }

    /** The intervals of the points, cut wherever a place or its interval is missing. */
    static List<List<Interval>> ofIntervals(List<Point> points) {
        List<Point> known = points.stream().filter(point -> point.low() != null).toList();
        return ofPoints(known).stream()
                .map(run -> run.stream().flatMap(Interval::of).toList())
                .toList();
    }
}
