package dev.callsheet.render.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Texts of a chart, as outlines of the chart's font. */
final class Lettering {

    /** Legible at 330 px, where a wide chart is shown at three quarters of its size, and no larger than text at 500 px. */
    static final float SIZE = 14;

    /** Half the height of a figure: what a baseline lies below the middle of its line. */
    static final double HALF_DIGIT = 5;

    private final Font font;
    private final FontRenderContext context = new FontRenderContext(null, true, true);

    Lettering(Font font) {
        this.font = font.deriveFont(SIZE);
    }

    Font font() {
        return font;
    }

    /** How far the text runs, in px of the chart. An empty text runs nowhere. */
    double width(String text) {
        return text.isEmpty() ? 0 : layout(text).getAdvance();
    }

    /** The text as something XChart paints at exactly this place, in px from the top left corner. */
    Annotation at(double left, double baseline, Color paint, String text) {
        return new Drawn(layout(text).getOutline(AffineTransform.getTranslateInstance(left, baseline)), paint);
    }

    private TextLayout layout(String text) {
        return new TextLayout(text, font, context);
    }

    /** XChart's own text annotation has one colour for all and centres on the ink, so that baselines would dance. */
    private static final class Drawn extends Annotation {
        private final Shape outline;
        private final Color colour;

        Drawn(Shape outline, Color paint) {
            super(true);
            this.outline = outline;
            this.colour = paint;
        }

        @Override
        public void paint(Graphics2D graphics) {
            graphics.setColor(colour);
            graphics.fill(outline);
        }
    }
}
