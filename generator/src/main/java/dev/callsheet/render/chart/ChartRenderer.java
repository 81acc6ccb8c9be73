package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Point;
import dev.callsheet.site.ChartSpec.Shape;
import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.YAxis;
import java.awt.Color;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Draws charts: as SVG files for {@code <img>}, where the picture brings its own palettes, light and dark, and no
 * background, and as PNG files for what cannot show those. The same specification gives the same bytes, whatever the locale, the zone and the fonts of the machine. Safe for use
 * by several threads.
 */
public final class ChartRenderer {

    private final Lettering lettering;

    private ChartRenderer(Lettering lettering) {
        this.lettering = lettering;
    }

    /**
     * Makes this process headless, loads the font of the charts and draws one to see that it can be done. Must be
     * called before anything else of AWT is used.
     *
     * @throws ChartsUnavailableException if no chart can be drawn on this machine
     */
    public static ChartRenderer create() throws ChartsUnavailableException {
        try {
            ChartRenderer renderer = new ChartRenderer(new Lettering(ChartFont.load()));
            renderer.svg(new ChartSpec(
                    "proof",
                    Shape.SMALL,
                    "One point.",
                    List.of("0"),
                    new YAxis(0, 1, Unit.PERCENT),
                    null,
                    List.of(new Point(0, 1, null, null))));
            return renderer;
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            // AWT without fonts or without its native libraries fails with any of these.
            throw new ChartsUnavailableException(e);
        }
    }

    /**
     * The bytes of a stand-alone SVG file, of the size of the chart's shape.
     *
     * @throws IllegalArgumentException if the chart has no points; a sentence says that better than empty axes
     */
    public byte[] svg(ChartSpec spec) {
        return Svg.of(spec.shape(), painting(spec, Part::key));
    }

    /**
     * The bytes of a PNG file of this many pixels, in the light palette and on an opaque ground; the chart keeps its
     * proportions and stands in the middle.
     *
     * @throws IllegalArgumentException if the chart has no points
     */
    public byte[] png(ChartSpec spec, int width, int height) {
        return Png.of(spec.shape(), width, height, painting(spec, Part::light));
    }

    private Consumer<Graphics2D> painting(ChartSpec spec, Function<Part, Color> paint) {
        if (spec.points().isEmpty()) {
            throw new IllegalArgumentException("chart " + spec.name() + " has no points");
        }
        return graphics -> Drawing.of(spec, lettering, paint)
                .paint(graphics, spec.shape().width(), spec.shape().height());
    }
}
