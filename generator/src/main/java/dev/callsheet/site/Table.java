package dev.callsheet.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page: columns, and rows of as many cells. The first cell of a row is its heading.
 *
 * @param caption what the rows are, for readers who cannot see the page's layout
 */
public record Table(String caption, List<Head> columns, List<List<Cell>> rows) {

    /** How a column is set. */
    public enum Kind {
        TEXT(""),
        NUMBER("num"),
        /** Few words that must not break. */
        SHORT("short"),
        /** Intervals on a common axis, drawn in the head. */
        BARS("bars", "0", "100 %"),
        /** Differences of rates with their intervals, on an axis about zero drawn in the head. */
        DIFFERENCES("bars", "−100", "+100"),
        /** Scores against their usual range, on an axis drawn in the head. */
        BAND("bars", "0", "1"),
        /** The same on an axis that begins at a half. */
        UPPER_BAND("bars", "0.5", "1"),
        /** Drawings without an axis. */
        DRAWN("drawn"),
        /** Attempts as squares, which have no order. */
        SQUARES("unsorted"),
        /** Not shown: what rows can be chosen by, where there is a script to choose with. */
        KEY("key");

        private final String cssClass;
        private final @Nullable String low;
        private final @Nullable String high;

        Kind(String cssClass) {
            this(cssClass, null, null);
        }

        Kind(String cssClass, @Nullable String low, @Nullable String high) {
            this.cssClass = cssClass;
            this.low = low;
            this.high = high;
        }

        public String cssClass() {
            return cssClass;
        }

        /** Where the axis begins, said beside a drawing where no head is shown; null where there is no axis. */
        public @Nullable String low() {
            return low;
        }

        /** Where the axis ends. */
        public @Nullable String high() {
            return high;
        }
    }

    /**
     * The head of a column.
     *
     * @param choice whether its cells hold few different words, by which a reader may want to choose rows
     */
    public record Head(String title, Kind kind, boolean choice) {

        Head(String title, Kind kind) {
            this(title, kind, kind == Kind.KEY);
        }
    }

    /** A column: its head and how it makes its cell of a row. */
    record Column<R>(Head head, Function<R, Cell> cell) {

        static <R> Column<R> text(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.TEXT), cell);
        }

        static <R> Column<R> shortText(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.SHORT), cell);
        }

        /** A column that is not shown; rows can be chosen by it. */
        static <R> Column<R> key(String title, Function<R, String> text) {
            return new Column<>(new Head(title, Kind.KEY), row -> Cell.text(text.apply(row)));
        }

        /** A column of few different words, by which rows can be chosen. */
        static <R> Column<R> choice(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.TEXT, true), cell);
        }

        /** The same of words that must not break. */
        static <R> Column<R> shortChoice(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.SHORT, true), cell);
        }

        static <R> Column<R> number(String title, Function<R, String> text) {
            return new Column<>(new Head(title, Kind.NUMBER), row -> Cell.text(text.apply(row)));
        }

        static <R> Column<R> drawn(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.DRAWN), cell);
        }

        static <R> Column<R> heat(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.NUMBER), cell);
        }

        static <R> Column<R> squares(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.SQUARES), cell);
        }

        static <R> Column<R> bars(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.BARS), cell);
        }

        static <R> Column<R> differences(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.DIFFERENCES), cell);
        }
    }

    /** A table without the columns that say nothing of any row; the first stays, it names the rows. */
    static <R> Table of(String caption, List<R> rows, List<Column<R>> columns) {
        List<Head> heads = new ArrayList<>();
        List<List<Cell>> cells =
                rows.stream().map(row -> (List<Cell>) new ArrayList<Cell>()).toList();
        for (Column<R> column : columns) {
            List<Cell> down = rows.stream().map(column.cell()).toList();
            if (heads.isEmpty() || down.isEmpty() || !down.stream().allMatch(Cell::isEmpty)) {
                heads.add(column.head());
                for (int i = 0; i < down.size(); i++) {
                    cells.get(i).add(down.get(i));
                }
            }
        }
        return new Table(caption, List.copyOf(heads), cells);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
