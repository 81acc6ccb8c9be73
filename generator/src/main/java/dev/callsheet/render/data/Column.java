package dev.callsheet.render.data;

import java.io.IOException;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file: its name and its value for a row. An undefined value, null, is an empty cell.
 *
 * @param text whether values may come from input: they are quoted, and made harmless in a spreadsheet; numbers and
 *     booleans are printed bare
 */
record Column<R>(String name, boolean text, Function<R, @Nullable Object> value) {

    private static final CSVFormat QUOTED =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

    static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, true, value);
    }

    static <R> Column<R> number(String name, Function<R, @Nullable Number> value) {
        return new Column<>(name, false, row -> {
            Number number = value.apply(row);
            return number == null ? null : Numerals.of(number);
        });
    }

    static <R> Column<R> bool(String name, Function<R, @Nullable Boolean> value) {
        return new Column<>(name, false, value::apply);
    }

    /** A column that is promised, and undefined for every row until its numbers exist. */
    static <R> Column<R> undefined(String name) {
        return new Column<>(name, false, row -> null);
    }

    void print(R row, Appendable out, boolean first) throws IOException {
        Object cell = value.apply(row);
        if (text) {
            QUOTED.print(cell == null ? null : SpreadsheetText.of(cell.toString()), out, first);
        } else {
            CSVFormat.RFC4180.print(cell, out, first);
        }
    }
}
