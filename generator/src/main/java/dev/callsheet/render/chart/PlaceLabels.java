package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Which labels stand below the chart: the first, the last, and in a wide chart as many evenly spread ones between as
 * fit.
 */
final class PlaceLabels {

    /** So many short labels, such as 1 to 10, may all stand there; of more places, few are named. */
    private static final int MOST_STEPS_OF_ALL = 11;

    private static final int MOST_STEPS = 6;
    private static final int ENOUGH_TO_ROUND = 4;
    private static final double GAP = 18;
    private static final int LONGEST = 20;

    private PlaceLabels() {}

    /** A label that is printed, from its left end on, in px. */
    record Label(int place, String text, double left, double width) {
        private double right() {
            return left + width;
        }
    }

    static List<Label> thinned(Frame frame, Lettering lettering) {
        int last = frame.spec().xLabels().size() - 1;
        for (int steps = mostSteps(frame.spec().shape(), last); steps > 1; steps--) {
            // Where labels are few places apart, one place more here and one less there would look like a mistake.
            if (last % steps != 0 && last < steps * ENOUGH_TO_ROUND) {
                continue;
            }
            List<Label> candidate = new ArrayList<>();
            for (int step = 0; step <= steps; step++) {
                candidate.add(label((int) Math.round(step * (double) last / steps), frame, lettering));
            }
            if (fits(candidate)) {
                return candidate;
            }
        }
        Label first = label(0, frame, lettering);
        return last == 0 ? List.of(first) : List.of(first, label(last, frame, lettering));
    }

    private static int mostSteps(Shape shape, int last) {
        if (shape == Shape.SMALL) {
            return 1;
        }
        return last <= MOST_STEPS_OF_ALL ? last : MOST_STEPS;
    }

    private static boolean fits(List<Label> labels) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i - 1).right() + GAP > labels.get(i).left()) {
                return false;
            }
        }
        return true;
    }

    /** Centred below its place, moved inwards where it would pass the ends of the axis. */
    private static Label label(int place, Frame frame, Lettering lettering) {
        String text = shortened(frame.spec().xLabels().get(place), frame, lettering);
        double width = lettering.width(text);
        double left = Math.min(frame.x(place) - width / 2, frame.right() - width);
        return new Label(place, text, Math.max(left, frame.left()), width);
    }

    /** Short enough for two labels to stand side by side. */
    private static String shortened(String label, Frame frame, Lettering lettering) {
        double widest = (frame.right() - frame.left() - GAP) / 2;
        int[] characters = label.strip().codePoints().toArray();
        int kept = Math.min(characters.length, LONGEST);
        String text = cut(characters, kept);
        while (kept > 1 && lettering.width(text) > widest) {
            kept--;
            text = cut(characters, kept);
        }
        return text;
    }

    /** So many characters at most, an ellipsis among them. */
    private static String cut(int[] characters, int most) {
        return characters.length <= most
                ? new String(characters, 0, characters.length)
                : new String(characters, 0, most - 1).stripTrailing() + "\u2026";
    }
}
