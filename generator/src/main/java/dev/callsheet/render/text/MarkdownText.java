package dev.callsheet.render.text;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.site.PlainLine;
import java.util.regex.Pattern;

/**
 * Texts as Markdown that shows them and does nothing else, wherever in a line they stand. Characters that mean something
 * in Markdown or HTML become character references, which are never structure. Sites go further and look for references
 * in the rendered text, where such a character is itself again: {@code @name}, {@code #12}, {@code :emoji:}, addresses.
 * A space without width behind the first character takes their meaning away.
 */
final class MarkdownText {

    /** The most bytes that {@link #cell} can give. */
    static final int MOST_BYTES = 800;

    private static final int MOST_CODE_POINTS = 80;
    private static final int WITHOUT_WIDTH = 0x200B;

    private static final Pattern REFERENCE =
            Pattern.compile("(?<=[@#!$%&~^*:])(?=\\S)|(?<=\\b[Ww]{3})(?=\\.)|(?<=\\b[Gg][Hh])(?=-)");
    private static final String MEANINGFUL = "\\`*_{}[]<>#!|~&@$^\"";

    private MarkdownText() {}

    /** The whole text on one line; control and direction characters become U+FFFD. */
    static String of(String text) {
        String harmless = REFERENCE.matcher(PlainLine.of(text)).replaceAll(Character.toString(WITHOUT_WIDTH));
        StringBuilder markdown = new StringBuilder();
        harmless.chars().forEach(c -> {
            if (MEANINGFUL.indexOf(c) >= 0) {
                markdown.append("&#").append(c).append(';');
            } else {
                markdown.append((char) c);
            }
        });
        return markdown.toString();
    }

    /** At most {@value #MOST_CODE_POINTS} characters of the text, an ellipsis among them where it was cut. */
    static String cell(String text) {
        return of(Shortened.of(text, MOST_CODE_POINTS));
    }
}
