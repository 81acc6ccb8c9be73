package dev.callsheet.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        BARS("bars"),
        /** Differences of rates with their intervals, on an axis about zero drawn in the head. */
        DIFFERENCES("bars"),
        /** Scores against their usual range, on an axis drawn in the head. */
        BAND("bars"),
        /** The same on an axis that begins at a half. */
        UPPER_BAND("bars"),
        /** Drawings without an axis. */
        DRAWN("drawn");

        private final String cssClass;

        Kind(String cssClass) {
            this.cssClass = cssClass;
        }

        public String cssClass() {
            return cssClass;
        }
    }

    /** The head of a column. */
    public record Head(String title, Kind kind) {}

    /** A column: its head and how it makes its cell of a row. */
    record Column<R>(Head head, Function<R, Cell> cell) {

        static <R> Column<R> text(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.TEXT), cell);
        }

        static <R> Column<R> shortText(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.SHORT), cell);
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

        static <R> Column<R> bars(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.BARS), cell);
        }

        static <R> Column<R> differences(String title, Function<R, Cell> cell) {
            return new Column<>(new Head(title, Kind.DIFFERENCES), cell);
        }
    }

    static <R> Table of(String caption, List<R> rows, List<Column<R>> columns) {
        List<List<Cell>> cells = new ArrayList<>();
        for (R row : rows) {
            cells.add(columns.stream().map(column -> column.cell().apply(row)).toList());
        }
        return new Table(caption, columns.stream().map(Column::head).toList(), cells);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
