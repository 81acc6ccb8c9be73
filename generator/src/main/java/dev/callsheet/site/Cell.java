package dev.callsheet.site;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a table cell. Templates draw each kind by its {@link #kind()}. */
public sealed interface Cell {

    /** The name that templates switch on. */
    String kind();

    /** Whether there is nothing to show. */
    default boolean isEmpty() {
        return false;
    }

    /** Words. */
    record Text(String text, boolean soft) implements Cell {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    /** Something to be read letter by letter: an id, a node, a pointer. */
    record Code(String text) implements Cell {
        @Override
        public String kind() {
            return "code";
        }
    }

    /** Links side by side. */
    record Links(List<Link> links) implements Cell {
        @Override
        public String kind() {
            return "links";
        }
    }

    /** A state: always a word, a shape and a colour. */
    record State(Mark mark, String word) implements Cell {
        @Override
        public String kind() {
            return "state";
        }
    }

    /** What is claimed of a scenario, linked to the rule behind it. */
    record Label(State state, Link rule) implements Cell {
        @Override
        public String kind() {
            return "label";
        }
    }

    /** Pass rates with their intervals, one above the other, on the axis of the column's head. */
    record Bars(String description, List<Bar> bars, int height) implements Cell {
        @Override
        public String kind() {
            return "bars";
        }
    }

    /**
     * Attempts as squares, each linked to its run.
     *
     * @param more where those are that are not drawn; null when all are
     */
    record Squares(List<Square> squares, @Nullable Link more) implements Cell {
        @Override
        public String kind() {
            return "squares";
        }
    }

    /** Pass rates of the last nights as columns; each path may be empty. */
    record Strip(String description, String upper, String lower, String without, int width, int height)
            implements Cell {
        @Override
        public String kind() {
            return "strip";
        }
    }

    /**
     * A score against its usual range, on the axis of the column's head.
     *
     * @param usual left end of the range, null when none is known
     * @param usualWidth its width
     * @param value null when there is no score
     * @param outside whether the score lies outside of the range
     */
    record Band(
            String description,
            @Nullable String usual,
            String usualWidth,
            @Nullable String value,
            boolean outside) implements Cell {
        @Override
        public String kind() {
            return "band";
        }
    }

    /** A score over the last nights as a line and dots; each path may be empty. */
    record Spark(String description, String line, String dots, int width, int height) implements Cell {
        @Override
        public String kind() {
            return "spark";
        }
    }

    /**
     * A number on a ground that is the darker the lower it is.
     *
     * @param level from 0, no ground, to 4
     */
    record Heat(String text, int level) implements Cell {

        /** From nine tenths on there is no ground. */
        private static final int BRIGHT = 9;

        private static final int DARKEST = 4;

        @Override
        public String kind() {
            return "heat";
        }
    }

    static Cell text(String text) {
        return new Text(text, false);
    }

    static Cell soft(String text) {
        return new Text(text, true);
    }

    /** A score on the ground of its height; a dash where there is none. */
    static Cell heat(@Nullable Double score) {
        if (score == null) {
            return text(Format.UNDEFINED);
        }
        String text = Format.score(score);
        int tenths = new BigDecimal(text).movePointRight(1).intValue(); // of the figure shown, so that the two agree
        return new Heat(text, Math.min(Math.max(0, Heat.BRIGHT - tenths), Heat.DARKEST));
    }

    static Cell link(@Nullable String href, String text) {
        return new Links(List.of(new Link(href, text, false)));
    }
}
