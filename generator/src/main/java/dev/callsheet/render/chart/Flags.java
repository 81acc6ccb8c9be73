package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Flag;
import dev.callsheet.site.ChartSpec.Kind;
import java.util.List;

/**
 * What happened at places: ticks with labels in a row of their own, above the values or below the axis, so that neither
 * a value nor a number of the axis is met. Where labels would meet each other the newest stands; a flag without one is a tick inside the plot.
 */
final class Flags {

    private static final double BETWEEN = 0.5;
    private static final double INTO_PLOT = 5;
    private static final double FLAG = 15;
    private static final double BESIDE = 4;
    private static final double GAP = 8;

    private final Plot plot;
    private final Frame frame;
    private final Lettering lettering;

    private Flags(Plot plot, Frame frame, Lettering lettering) {
        this.plot = plot;
        this.frame = frame;
        this.lettering = lettering;
    }

    static void draw(Plot plot, Frame frame, Lettering lettering) {
        Flags flags = new Flags(plot, frame, lettering);
        List<Flag> all = frame.spec().flags();
        flags.row(all.stream().filter(flag -> flag.kind() == Kind.VERSION).toList(), frame.bottom(), 1);
        flags.row(all.stream().filter(flag -> flag.kind() != Kind.VERSION).toList(), frame.top(), -1);
    }

    /**
     * A row of flags from right to left.
     *
     * @param edge of the plot, in px from the top edge
     * @param away 1 for a row below it, -1 for one above
     */
    private void row(List<Flag> flags, double edge, int away) {
        double free = frame.spec().shape().width();
        for (int i = flags.size() - 1; i >= 0; i--) {
            Flag flag = flags.get(i);
            double place = flag.place() - BETWEEN;
            double x = frame.x(place);
            double width = lettering.width(flag.label());
            boolean toTheLeft = i == flags.size() - 1 && x + BESIDE + width > free;
            double left = toTheLeft ? x - BESIDE - width : x + BESIDE;
            boolean labelled = left >= 0 && left + width <= (toTheLeft ? x : free);
            plot.addTick(tick(flag), place, edge - away * INTO_PLOT, edge + (labelled ? away * FLAG : 0));
            if (labelled) {
                plot.addText(label(flag), left, away > 0 ? edge + FLAG : edge - INTO_PLOT, flag.label());
                free = Math.min(x, left) - GAP;
            }
        }
    }

    private static Part tick(Flag flag) {
        return switch (flag.kind()) {
            case VERSION -> Part.VERSION;
            case WORSE -> Part.WORSE;
            case BETTER -> Part.BETTER;
        };
    }

    private static Part label(Flag flag) {
        return switch (flag.kind()) {
            case VERSION -> Part.VERSION_LABEL;
            case WORSE -> Part.WORSE_LABEL;
            case BETTER -> Part.BETTER_LABEL;
        };
    }
}
