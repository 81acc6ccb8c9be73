package dev.callsheet.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stood in the input, in the words of a problem. */
final class Shown {

    private static final int MOST_CODE_POINTS = 60;

    private Shown() {}

    /** A scalar with its value, anything else by its type. Not for text of a call. */
    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        if (value.isString()) {
            return "the text " + quoted(value.stringValue());
        }
        if (value.isNumber() || value.isPojo()) {
            return "the number " + shortened(value.toString());
        }
        return value.isBoolean() ? value.toString() : type(value);
    }

    /** The type alone: for text of a call, which must not stand in a message. */
    static String type(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER, POJO -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }

    /** A text in quotation marks. */
    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** At most 60 code points on one line, with invisible and direction-changing characters spelled out. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        int shownCodePoints = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (shownCodePoints++ == MOST_CODE_POINTS) {
                return shown.append('…').toString();
            }
            int c = text.codePointAt(i);
            if (isInvisible(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
