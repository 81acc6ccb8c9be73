package dev.callsheet.render.mail;

import dev.callsheet.render.chart.ChartRenderer;
import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.MailSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chart of a mail as a PNG file. */
final class Picture {

    /** As wide as the text of a mail, in px; the file has twice as many pixels each way. */
    static final int WIDTH = 552;

    private static final int MOST_BYTES = 40_000;

    private final String name;
    private final int height;
    private final byte[] png;

    private Picture(String name, int height, byte[] png) {
        this.name = name;
        this.height = height;
        this.png = png;
    }

    /** Those of a mail, in its order; none where charts cannot be drawn. */
    static List<Picture> of(MailSummary mail, @Nullable ChartRenderer renderer) {
        if (renderer == null) {
            return List.of();
        }
        List<Picture> pictures = new ArrayList<>();
        mail.all().stream()
                .map(MailSummary.Block::chart)
                .filter(Objects::nonNull)
                .forEach(chart -> pictures.add(of(chart.spec(), renderer)));
        return pictures;
    }

    private static Picture of(ChartSpec spec, ChartRenderer renderer) {
        int height =
                Math.round(WIDTH * (float) spec.shape().height() / spec.shape().width());
        byte[] fine = renderer.png(spec, 2 * WIDTH, 2 * height);
        return new Picture(spec.name(), height, fine.length > MOST_BYTES ? renderer.png(spec, WIDTH, height) : fine);
    }

    /** Of the chart. */
    String name() {
        return name;
    }

    String fileName() {
        return name + ".png";
    }

    /** As it is shown, in px. */
    int height() {
        return height;
    }

    byte[] png() {
        return png.clone();
    }
}
