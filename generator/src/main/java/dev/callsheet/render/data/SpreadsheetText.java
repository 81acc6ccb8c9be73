package dev.callsheet.render.data;

import java.util.regex.Pattern;

/** Makes text from input harmless in a spreadsheet (delivery.md 7.2), which runs cells as formulas by how they begin. */
final class SpreadsheetText {

    // Spreadsheets look past blanks and invisible characters at the start, the byte order mark among them.
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private SpreadsheetText() {}

    /**
     * The text with a leading apostrophe if it would be run as a formula; a plain number such as {@code -5} is none.
     * Control characters other than tab and line ends, at which readers of CSV stop, become U+FFFD.
     */
    static String of(String text) {
        String printable = CONTROL.matcher(text).replaceAll("\uFFFD");
        boolean runs = FORMULA.matcher(printable).lookingAt()
                && !PLAIN_NUMBER.matcher(printable).matches();
        return runs ? "'" + printable : printable;
    }
}
