package dev.callsheet.site;

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

    /** Pass rates with their intervals, one above the other, on the axis of the column's head. */
    record Bars(String description, List<Bar> bars, int height) implements Cell {
        @Override
        public String kind() {
            return "bars";
        }
    }

    /** Attempts as squares, each linked to its run. */
    record Squares(List<Square> squares) implements Cell {
        @Override
        public String kind() {
            return "squares";
        }
    }

    static Cell text(String text) {
        return new Text(text, false);
    }

    static Cell soft(String text) {
        return new Text(text, true);
    }

    static Cell link(@Nullable String href, String text) {
        return new Links(List.of(new Link(href, text, false)));
    }
}
