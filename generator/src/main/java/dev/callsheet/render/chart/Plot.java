package dev.callsheet.render.chart;

import dev.callsheet.render.chart.Runs.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What XChart is asked to draw, at places and values of a frame: areas, lines and dots over each other in the order in
 * which they are added, texts over all of them. XChart's own axes, legend and title are off: its tick marks follow the
 * data and cannot be made to keep the first and the last label.
 */
final class Plot {

    private final Frame frame;
    private final Lettering lettering;
    private final Function<Part, Color> paint;
    private final XYChart chart;
    private final List<Double> levels = new ArrayList<>();

    Plot(Frame frame, Lettering lettering, Function<Part, Color> paint, int dotSize) {
        this.frame = frame;
        this.lettering = lettering;
        this.paint = paint;
        this.chart =
                new XYChart(frame.spec().shape().width(), frame.spec().shape().height());
        style(chart.getStyler());
        chart.getStyler().setMarkerSize(dotSize);
    }

    XYChart chart() {
        return chart;
    }

    /** The values at which lines lie level over the whole axis, so far. */
    List<Double> levels() {
        return Collections.unmodifiableList(levels);
    }

    private void style(XYStyler styler) {
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
        styler.setChartBackgroundColor(paint.apply(Part.CANVAS));
        styler.setPlotBackgroundColor(paint.apply(Part.CANVAS));
        // The plot is the whole picture: the axes run on past the data to its edges, which leaves room for labels.
        styler.setChartPadding(0);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setXAxisMin(frame.placeAt(0));
        styler.setXAxisMax(frame.placeAt(chart.getWidth()));
        styler.setYAxisMin(frame.valueAt(chart.getHeight()));
        styler.setYAxisMax(frame.valueAt(0));
        // XChart looks for tick marks even where it shows none, and stops when all labels are the same.
        styler.setXAxisTickLabelsFormattingFunction(place -> "");
        styler.setYAxisTickLabelsFormattingFunction(value -> "");
    }

    /** Out along the upper ends, back along the lower ones. Nothing passes the ends of the axis. */
    void addArea(Part part, List<Interval> edges) {
        double[] out = edges.stream().mapToDouble(Interval::place).toArray();
        double[] upper =
                edges.stream().mapToDouble(edge -> frame.clamped(edge.high())).toArray();
        double[] lower =
                edges.stream().mapToDouble(edge -> frame.clamped(edge.low())).toArray();
        XYSeries area = add(
                XYSeriesRenderStyle.PolygonArea,
                DoubleStream.concat(DoubleStream.of(out), reversed(out)).toArray(),
                DoubleStream.concat(DoubleStream.of(upper), reversed(lower)).toArray());
        area.setLineStyle(SeriesLines.NONE);
        area.setFillColor(paint.apply(part));
    }

    /** A level line over the whole axis. */
    void addLevel(Part part, double value) {
        levels.add(value);
        addLine(part, new double[] {frame.placeAt(frame.left()), frame.placeAt(frame.right())}, new double[] {
            value, value
        });
    }

    /** An upright line at a place, cut off at the ends of the axis. */
    void addUpright(Part part, Interval interval) {
        addLine(part, new double[] {interval.place(), interval.place()}, new double[] {
            frame.clamped(interval.low()), frame.clamped(interval.high())
        });
    }

    /** An upright line at a place between two heights, in px from the top edge. */
    void addTick(Part part, double place, double from, double to) {
        addLine(part, new double[] {place, place}, new double[] {frame.valueAt(from), frame.valueAt(to)});
    }

    void addLine(Part part, double[] places, double[] values) {
        XYSeries line = add(XYSeriesRenderStyle.Line, places, values);
        line.setLineColor(paint.apply(part));
        BasicStroke stroke = part.pen().stroke();
        line.setLineStyle(stroke);
        line.setLineWidth(stroke.getLineWidth());
    }

    void addDot(Part part, double place, double value) {
        XYSeries dot = add(XYSeriesRenderStyle.Scatter, new double[] {place}, new double[] {value});
        dot.setMarker(SeriesMarkers.CIRCLE);
        dot.setMarkerColor(paint.apply(part));
    }

    /** A text, in px from the top left corner of the picture. */
    void addText(Part part, double left, double baseline, String text) {
        if (!text.isEmpty()) {
            chart.addAnnotation(lettering.at(left, baseline, paint.apply(part), text));
        }
    }

    private XYSeries add(XYSeriesRenderStyle style, double[] places, double[] values) {
        XYSeries series =
                chart.addSeries("series " + chart.getSeriesCollection().size(), places, values);
        series.setXYSeriesRenderStyle(style);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private static DoubleStream reversed(double[] values) {
        return IntStream.rangeClosed(1, values.length).mapToDouble(i -> values[values.length - i]);
    }
}
