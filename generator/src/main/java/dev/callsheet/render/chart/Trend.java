package dev.callsheet.render.chart;

import dev.callsheet.render.chart.Runs.Interval;
import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Point;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart as XChart draws it: grid, band, line, dots. XChart's own axes, legend and title are off: its tick marks
 * follow the data and cannot be made to keep the first and the last label.
 */
final class Trend {

    /** Below this many points a line would pretend a course: each point is a dot with its interval as a bar. */
    static final int FEW = 6;

    private static final double MARGIN = 8;
    private static final double TICK_LENGTH = 4;
    private static final int DOT_SIZE = 6;
    private static final double BAR_WIDTH = 5;

    /** Places nearer than this, in px, have a finer line and smaller dots. */
    private static final double CLOSE = 3;

    private final ChartSpec spec;
    private final Lettering lettering;
    private final List<Values.Tick> ticks;
    private final String lastValue;
    private final Frame frame;
    private final XYChart chart = new XYChart(Frame.WIDTH, Frame.HEIGHT);

    private Trend(ChartSpec spec, Lettering lettering) {
        this.spec = spec;
        this.lettering = lettering;
        this.ticks = Values.ticks(spec.yAxis());
        this.lastValue = Values.measured(last().value(), spec.yAxis());
        double widest = ticks.stream()
                .mapToDouble(tick -> lettering.width(tick.text()))
                .max()
                .orElse(0);
        this.frame = new Frame(spec, widest + MARGIN, Frame.WIDTH - lettering.width(lastValue) - MARGIN - 1);
    }

    /** The chart of a specification that has at least one point. */
    static XYChart of(ChartSpec spec, Lettering lettering) {
        Trend trend = new Trend(spec, lettering);
        trend.style();
        trend.drawScales();
        for (List<Point> run : Runs.ofPoints(spec.points())) {
            if (spec.points().size() < FEW) {
                run.stream().flatMap(Interval::of).forEach(trend::addBar);
                run.forEach(trend::addDot);
            } else {
                Runs.ofIntervals(run).forEach(trend::addBand);
                trend.addCourse(run);
            }
        }
        trend.writeLast();
        return trend.chart;
    }

    private void style() {
        XYStyler styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setTimezone(TimeZone.getTimeZone("UTC"));
        styler.setBaseFont(lettering.font());
        styler.setAxisTickLabelsFont(lettering.font());
        styler.setAxisTitleFont(lettering.font());
        styler.setChartTitleFont(lettering.font());
        styler.setLegendFont(lettering.font());
        styler.setAnnotationTextFont(lettering.font());
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setAxisTitlesVisible(false);
        styler.setAxisTicksVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotTicksMarksVisible(false);
        styler.setPlotBorderVisible(false);
        styler.setChartBackgroundColor(Part.CANVAS.key());
        styler.setPlotBackgroundColor(Part.CANVAS.key());
        styler.setMarkerSize(frame.step() < CLOSE ? DOT_SIZE / 2 : DOT_SIZE);
        // The plot is the whole picture: the axes run on past the data to its edges, which leaves room for labels.
        styler.setChartPadding(0);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setXAxisMin(frame.placeAt(0));
        styler.setXAxisMax(frame.placeAt(Frame.WIDTH));
        styler.setYAxisMin(frame.valueAt(Frame.HEIGHT));
        styler.setYAxisMax(frame.valueAt(0));
        // XChart looks for tick marks even where it shows none, and stops when all labels are the same.
        styler.setXAxisTickLabelsFormattingFunction(place -> "");
        styler.setYAxisTickLabelsFormattingFunction(value -> "");
    }

    private void drawScales() {
        double first = frame.placeAt(frame.left());
        double last = frame.placeAt(frame.right());
        double bottom = spec.yAxis().min();
        for (Values.Tick tick : ticks) {
            if (tick.value() > bottom) {
                addStroke(Part.GRID, first, tick.value(), last, tick.value());
            }
            double left = frame.left() - MARGIN - lettering.width(tick.text());
            addText(left, frame.y(tick.value()) + Lettering.HALF_DIGIT, Part.LABEL, tick.text());
        }
        addStroke(Part.AXIS, first, bottom, last, bottom);
        double tickEnd = frame.valueAt(frame.bottom() + TICK_LENGTH);
        for (PlaceLabels.Label label : PlaceLabels.thinned(spec.xLabels(), frame, lettering)) {
            addStroke(Part.AXIS, label.place(), bottom, label.place(), tickEnd);
            addText(label.left(), Frame.HEIGHT - MARGIN, Part.LABEL, label.text());
        }
    }

    /** The value of the last point, to its right. */
    private void writeLast() {
        double left = frame.x(last().place()) + DOT_SIZE / 2.0 + MARGIN / 2;
        addText(left, frame.y(last().value()) + Lettering.HALF_DIGIT, Part.VALUE, lastValue);
    }

    /** A line, or a dot where there is nothing to join; the chart's last point is a dot too. */
    private void addCourse(List<Point> run) {
        Point end = run.get(run.size() - 1);
        if (run.size() > 1) {
            addLine(
                    frame.step() < CLOSE ? Part.FINE : Part.LINE,
                    run.stream().mapToDouble(Point::place).toArray(),
                    run.stream().mapToDouble(Point::value).toArray());
        }
        if (run.size() == 1 || end.equals(last())) {
            addDot(end);
        }
    }

    /** Out along the upper ends, back along the lower ones. An interval alone is as wide as a bar. */
    private void addBand(List<Interval> intervals) {
        double half = Math.min(BAR_WIDTH / frame.step(), 1) / 2;
        List<Interval> edges = intervals.size() == 1
                ? List.of(intervals.get(0).moved(-half), intervals.get(0).moved(half))
                : intervals;
        double[] out = edges.stream().mapToDouble(Interval::place).toArray();
        double[] upper =
                edges.stream().mapToDouble(edge -> clamped(edge.high())).toArray();
        double[] lower = edges.stream().mapToDouble(edge -> clamped(edge.low())).toArray();
        XYSeries band = add(
                XYSeriesRenderStyle.PolygonArea,
                DoubleStream.concat(DoubleStream.of(out), reversed(out)).toArray(),
                DoubleStream.concat(DoubleStream.of(upper), reversed(lower)).toArray());
        band.setLineStyle(SeriesLines.NONE);
        band.setFillColor(Part.BAND.key());
    }

    private void addBar(Interval interval) {
        double place = interval.place();
        addStroke(Part.BAR, place, clamped(interval.low()), place, clamped(interval.high()));
    }

    private void addDot(Point point) {
        XYSeries dot = add(XYSeriesRenderStyle.Scatter, new double[] {point.place()}, new double[] {point.value()});
        dot.setMarker(SeriesMarkers.CIRCLE);
        dot.setMarkerColor(Part.DOT.key());
    }

    private void addStroke(Part part, double place, double value, double toPlace, double toValue) {
        addLine(part, new double[] {place, toPlace}, new double[] {value, toValue});
    }

    private void addLine(Part part, double[] places, double[] values) {
        add(XYSeriesRenderStyle.Line, places, values).setLineColor(part.key());
    }

    private XYSeries add(XYSeriesRenderStyle style, double[] places, double[] values) {
        XYSeries series =
                chart.addSeries("series " + chart.getSeriesCollection().size(), places, values);
        series.setXYSeriesRenderStyle(style);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private void addText(double left, double baseline, Part part, String text) {
        if (!text.isEmpty()) {
            chart.addAnnotation(lettering.at(left, baseline, part, text));
        }
    }

    private static DoubleStream reversed(double[] values) {
        return IntStream.rangeClosed(1, values.length).mapToDouble(i -> values[values.length - i]);
    }

    private double clamped(double value) {
        return Math.min(Math.max(value, spec.yAxis().min()), spec.yAxis().max());
    }

    private Point last() {
        return spec.points().get(spec.points().size() - 1);
    }
}
