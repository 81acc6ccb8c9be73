package dev.callsheet.render.data;

import dev.callsheet.site.DataFile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file: its head, which says what it means, and its value for a row. An undefined value, null, is an
 * empty cell. Values that may come from input are quoted, and made harmless in a spreadsheet; numbers and booleans are
 * printed bare.
 */
record Column<R>(DataFile.Column head, Function<R, @Nullable Object> value) {

    private static final CSVFormat QUOTED =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

    static <R> Column<R> text(String name, String meaning, Function<R, @Nullable Object> value) {
        return new Column<>(new DataFile.Column(name, DataFile.Type.TEXT, meaning), value);
    }

    /** A night. */
    static <R> Column<R> date(String name, String meaning, Function<R, @Nullable LocalDate> value) {
        return new Column<>(new DataFile.Column(name, DataFile.Type.DATE, meaning), value::apply);
    }

    static <R> Column<R> time(String name, String meaning, Function<R, @Nullable Instant> value) {
        return new Column<>(new DataFile.Column(name, DataFile.Type.TIME, meaning), value::apply);
    }

    static <R> Column<R> count(String name, String meaning, Function<R, @Nullable Number> value) {
        return new Column<>(new DataFile.Column(name, DataFile.Type.COUNT, meaning), numeral(value));
    }

    static <R> Column<R> number(String name, String meaning, Function<R, @Nullable Number> value) {
        return new Column<>(new DataFile.Column(name, DataFile.Type.NUMBER, meaning), numeral(value));
    }

    static <R> Column<R> bool(String name, String meaning, Function<R, @Nullable Boolean> value) {
        return new Column<>(new DataFile.Column(name, DataFile.Type.BOOLEAN, meaning), value::apply);
    }

    private static <R> Function<R, @Nullable Object> numeral(Function<R, @Nullable Number> value) {
        return row -> {
            Number number = value.apply(row);
            return number == null ? null : Numerals.of(number);
        };
    }

    String name() {
        return head.name();
    }

    void print(R row, Appendable out, boolean first) throws IOException {
        Object cell = value.apply(row);
        if (isQuoted()) {
            QUOTED.print(cell == null ? null : SpreadsheetText.of(cell.toString()), out, first);
        } else {
            CSVFormat.RFC4180.print(cell, out, first);
        }
    }

    private boolean isQuoted() {
        return switch (head.type()) {
            case TEXT, DATE, TIME -> true;
            case COUNT, NUMBER, BOOLEAN -> false;
        };
    }
}
