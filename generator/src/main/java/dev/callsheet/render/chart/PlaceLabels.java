package dev.callsheet.render.chart;

import java.util.ArrayList;
import java.util.List;

/** Which labels stand below the chart: the first, the last, and as many evenly spread ones between as fit. */
final class PlaceLabels {

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

    static List<Label> thinned(List<String> labels, Frame frame, Lettering lettering) {
        int last = labels.size() - 1;
        for (int steps = Math.min(last, MOST_STEPS); steps > 1; steps--) {
            // Where labels are few places apart, one place more here and one less there would look like a mistake.
            if (last % steps != 0 && last < steps * ENOUGH_TO_ROUND) {
                continue;
            }
            List<Label> candidate = new ArrayList<>();
            for (int step = 0; step <= steps; step++) {
                candidate.add(label(labels, (int) Math.round(step * (double) last / steps), frame, lettering));
            }
            if (fits(candidate)) {
                return candidate;
            }
        }
        Label first = label(labels, 0, frame, lettering);
        return last == 0 ? List.of(first) : List.of(first, label(labels, last, frame, lettering));
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
    private static Label label(List<String> labels, int place, Frame frame, Lettering lettering) {
        String text = shortened(labels.get(place));
        double width = lettering.width(text);
        double left = Math.min(frame.x(place) - width / 2, frame.right() - width);
        return new Label(place, text, Math.max(left, frame.left()), width);
    }

    private static String shortened(String label) {
        int[] characters = label.strip().codePoints().toArray();
        return characters.length <= LONGEST
                ? label.strip()
                : new String(characters, 0, LONGEST - 1).stripTrailing() + "\u2026";
    }
}
