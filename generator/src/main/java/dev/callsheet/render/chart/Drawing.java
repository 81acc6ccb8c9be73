package dev.callsheet.render.chart;

import dev.callsheet.render.chart.Runs.Interval;
import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Change;
import dev.callsheet.site.ChartSpec.Point;
import dev.callsheet.site.ChartSpec.Usual;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/**
 * A chart in layers, from the back to the front: the usual range, the scales, the intervals, the changes and flags, the
 * values.
 */
final class Drawing {

    /** Below this many points a line would pretend a course: each point is a dot with its interval as a bar. */
    static final int FEW = 6;

    private static final double MARGIN = 8;
    private static final double TICK_LENGTH = 4;
    private static final int DOT_SIZE = 6;
    private static final int SMALL_DOT_SIZE = 4;
    private static final double BAR_WIDTH = 5;
    private static final double BETWEEN = 0.5;

    /** From the middle of a text to a line that it does not touch. */
    private static final double CLEAR = Lettering.HALF_DIGIT + 2;

    private static final int FARTHEST_SHIFT = 9;

    /** Places nearer than this, in px, have a finer line and smaller dots. */
    private static final double CLOSE = 3;

    private final ChartSpec spec;
    private final Lettering lettering;
    private final List<Values.Tick> ticks;
    private final String lastValue;
    private final Frame frame;
    private final Plot plot;

    private Drawing(ChartSpec spec, Lettering lettering, Function<Part, Color> paint) {
        this.spec = spec;
        this.lettering = lettering;
        Values values = Values.of(spec.yAxis(), Frame.mostSteps(spec));
        this.ticks = values.ticks();
        this.lastValue = values.measured(last().value());
        double widest = ticks.stream()
                .mapToDouble(tick -> lettering.width(tick.text()))
                .max()
                .orElse(0);
        double right = spec.shape().width() - lettering.width(lastValue) - MARGIN - 1;
        this.frame = new Frame(spec, widest + MARGIN, right);
        this.plot = new Plot(frame, lettering, paint, isClose() && !isFew() ? SMALL_DOT_SIZE : DOT_SIZE);
    }

    /**
     * The chart of a specification that has at least one point.
     *
     * @param paint the colour of each part
     */
    static XYChart of(ChartSpec spec, Lettering lettering, Function<Part, Color> paint) {
        Drawing drawing = new Drawing(spec, lettering, paint);
        Usual usual = spec.usual();
        if (usual != null) {
            drawing.drawWash(usual);
        }
        drawing.drawScales();
        drawing.drawIntervals();
        if (usual != null) {
            drawing.drawEdges(usual);
        }
        drawing.drawChanges();
        Flags.draw(drawing.plot, drawing.frame, lettering);
        drawing.drawPoints();
        drawing.writeLast();
        return drawing.plot.chart();
    }

    private void drawWash(Usual usual) {
        plot.addArea(
                Part.USUAL,
                List.of(
                        new Interval(frame.placeAt(frame.left()), usual.low(), usual.high()),
                        new Interval(frame.placeAt(frame.right()), usual.low(), usual.high())));
    }

    /** Over the intervals, which may hide the wash. */
    private void drawEdges(Usual usual) {
        DoubleStream.of(usual.low(), usual.high())
                .distinct()
                .filter(edge ->
                        edge > spec.yAxis().min() && edge <= spec.yAxis().max())
                .forEach(edge -> plot.addLevel(Part.EDGE, edge));
    }

    private void drawScales() {
        double bottom = spec.yAxis().min();
        for (Values.Tick tick : ticks) {
            if (tick.value() > bottom) {
                plot.addLevel(Part.GRID, tick.value());
            }
            double left = frame.left() - MARGIN - lettering.width(tick.text());
            plot.addText(Part.LABEL, left, frame.y(tick.value()) + Lettering.HALF_DIGIT, tick.text());
        }
        plot.addLevel(Part.AXIS, bottom);
        double tickEnd = frame.bottom() + TICK_LENGTH;
        for (PlaceLabels.Label label : PlaceLabels.thinned(frame, lettering)) {
            plot.addTick(Part.AXIS, label.place(), frame.bottom(), tickEnd);
            plot.addText(Part.LABEL, label.left(), spec.shape().height() - MARGIN, label.text());
        }
    }

    private void drawIntervals() {
        if (isFew()) {
            spec.points().stream().flatMap(Interval::of).forEach(interval -> plot.addUpright(Part.BAR, interval));
        } else {
            Runs.ofIntervals(spec.points()).forEach(this::addBand);
        }
    }

    /** Between the last place before a change and the first after it. */
    private void drawChanges() {
        for (Change change : spec.changes()) {
            plot.addUpright(
                    change.firm() ? Part.CHANGE : Part.TENTATIVE,
                    new Interval(
                            change.place() - BETWEEN,
                            spec.yAxis().min(),
                            spec.yAxis().max()));
        }
    }

    private void drawPoints() {
        if (isFew()) {
            spec.points().forEach(this::addDot);
        } else {
            Runs.ofPoints(spec.points()).forEach(this::addLine);
        }
    }

    /** An interval alone is as wide as a bar. */
    private void addBand(List<Interval> intervals) {
        double half = Math.min(BAR_WIDTH / frame.step(), 1) / 2;
        plot.addArea(
                Part.BAND,
                intervals.size() == 1
                        ? List.of(
                                intervals.get(0).moved(-half), intervals.get(0).moved(half))
                        : intervals);
    }

    /** A line, or a dot where there is nothing to join; the chart's last point is a dot too. */
    private void addLine(List<Point> run) {
        Point end = run.get(run.size() - 1);
        if (run.size() > 1) {
            plot.addLine(
                    isClose() ? Part.FINE : Part.LINE,
                    run.stream().mapToDouble(Point::place).toArray(),
                    run.stream().mapToDouble(Point::value).toArray());
        }
        if (run.size() == 1 || end.equals(last())) {
            addDot(end);
        }
    }

    private void addDot(Point point) {
        plot.addDot(Part.DOT, point.place(), point.value());
    }

    /** The value of the last point, to its right; above the axis, a little higher or lower where a line would cross it. */
    private void writeLast() {
        double left = frame.x(last().place()) + DOT_SIZE / 2.0 + MARGIN / 2;
        double middle = frame.y(last().value());
        double clear = left < frame.right() ? clearOfLevels(middle) : middle;
        plot.addText(Part.VALUE, left, clear + Lettering.HALF_DIGIT, lastValue);
    }

    /** The height nearest to this one that keeps a text away from level lines, or as far as can be. */
    private double clearOfLevels(double middle) {
        return IntStream.rangeClosed(0, FARTHEST_SHIFT)
                .boxed()
                .flatMap(shift -> Stream.of(middle - shift, middle + shift))
                .filter(shifted -> shifted > Lettering.HALF_DIGIT && shifted <= frame.bottom())
                .sorted(Comparator.comparingDouble(shifted -> -clearance(shifted)))
                .findFirst()
                .orElse(middle);
    }

    /** How far the nearest level line is; farther than needed is no better. */
    private double clearance(double middle) {
        return plot.levels().stream()
                .mapToDouble(level -> Math.abs(frame.y(level) - middle))
                .reduce(CLEAR, Math::min);
    }

    private boolean isFew() {
        return spec.points().size() < FEW;
    }

    private boolean isClose() {
        return frame.step() < CLOSE;
    }

    private Point last() {
        return spec.points().get(spec.points().size() - 1);
    }
}
