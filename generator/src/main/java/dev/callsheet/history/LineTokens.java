package dev.callsheet.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The values of one line, each read where the format has it; anything else is a {@link BadLineException}. */
final class LineTokens implements AutoCloseable {

    /** What source documents are held to as well: outside of it dates cannot be reckoned with. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final long END_MILLIS = END.toEpochMilli();

    private final byte[] bytes;
    private final int from;
    private final JsonParser parser;
    private final Texts texts;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    LineTokens(byte[] bytes, int from, int length, Texts texts) {
        this.bytes = bytes;
        this.from = from;
        parser = Json.parser(bytes, from, length);
        this.texts = texts;
    }

    LineTokens(String json, Texts texts) {
        this(json.getBytes(StandardCharsets.UTF_8), texts);
    }

    private LineTokens(byte[] bytes, Texts texts) {
        this(bytes, 0, bytes.length, texts);
    }

    /** Goes to the next token. */
    private void advance() throws BadLineException {
        JsonToken next = parser.nextToken();
        if (next == null) {
            throw new BadLineException("a longer line");
        }
        token = next;
    }

    void startArray() throws BadLineException {
        advance();
        enterCurrentArray();
    }

    /** Goes to the next element; false when the list has ended. Elements are then read by the methods named current. */
    boolean hasElement() throws BadLineException {
        advance();
        return token != JsonToken.END_ARRAY;
    }

    void endArray() throws BadLineException {
        if (hasElement()) {
            throw new BadLineException("fewer values");
        }
    }

    /** The name of the only member of the object that is the line. */
    String startObject() throws BadLineException {
        advance();
        if (token != JsonToken.START_OBJECT) {
            throw new BadLineException("a list or an object");
        }
        advance();
        if (token != JsonToken.PROPERTY_NAME) {
            throw new BadLineException("an object of one member");
        }
        return parser.currentName();
    }

    void endObject() throws BadLineException {
        advance();
        if (token != JsonToken.END_OBJECT) {
            throw new BadLineException("an object of one member");
        }
    }

    void endLine() throws BadLineException {
        if (parser.nextToken() != null) {
            throw new BadLineException("one value in a line");
        }
    }

    /** Whether the value is null; else it is a list that has been entered. */
    boolean isNullOrEntersArray() throws BadLineException {
        advance();
        if (token != JsonToken.VALUE_NULL && token != JsonToken.START_ARRAY) {
            throw new BadLineException("a list or null");
        }
        return token == JsonToken.VALUE_NULL;
    }

    /** Enters the list that is the current value. */
    void enterCurrentArray() throws BadLineException {
        if (token != JsonToken.START_ARRAY) {
            throw new BadLineException("a list");
        }
    }

    /** The spelling of a list that is not read now. */
    String list() throws BadLineException {
        startArray();
        long start = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        long end = parser.currentLocation().getByteOffset();
        return new String(bytes, from + (int) start, (int) (end - start), StandardCharsets.UTF_8);
    }

    /** Goes to the next value, which is then the current one, and says whether it is null. */
    boolean isNullAhead() throws BadLineException {
        advance();
        return token == JsonToken.VALUE_NULL;
    }

    /** Goes to the next value, which is then the current one, and says whether it is a text. */
    boolean isTextAhead() throws BadLineException {
        advance();
        return token == JsonToken.VALUE_STRING;
    }

    boolean isWhole() {
        return token == JsonToken.VALUE_NUMBER_INT;
    }

    String plain() throws BadLineException {
        advance();
        return currentPlain();
    }

    String currentPlain() throws BadLineException {
        if (token != JsonToken.VALUE_STRING) {
            throw new BadLineException("a text");
        }
        return parser.getString();
    }

    /** A text that is shared. */
    String line() throws BadLineException {
        advance();
        return currentLine();
    }

    String currentLine() throws BadLineException {
        return texts.line(currentPlain());
    }

    @Nullable
    String lineOrNull() throws BadLineException {
        advance();
        return currentLineOrNull();
    }

    @Nullable
    String currentLineOrNull() throws BadLineException {
        return token == JsonToken.VALUE_NULL ? null : currentLine();
    }

    /** A text that may have many lines. */
    @Nullable
    String textOrNull() throws BadLineException {
        advance();
        return token == JsonToken.VALUE_NULL ? null : texts.text(currentPlain());
    }

    boolean flag() throws BadLineException {
        advance();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw new BadLineException("true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** A whole number from 0 to {@code most}. */
    long whole(long most) throws BadLineException {
        advance();
        return currentWhole(most);
    }

    long currentWhole(long most) throws BadLineException {
        return currentWhole(0, most);
    }

    long currentWhole(long least, long most) throws BadLineException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new BadLineException("a whole number");
        }
        long value = parser.getLongValue();
        if (value < least || value > most) {
            throw new BadLineException("a whole number from " + least + " to " + most);
        }
        return value;
    }

    /** A whole number from 0 to {@code most}; -1 for null. */
    long wholeOrNull(long most) throws BadLineException {
        advance();
        return token == JsonToken.VALUE_NULL ? -1 : currentWhole(most);
    }

    /** A decimal number from 0 to {@code most}, both in billionths; -1 for null. */
    long billionthsOrNull(long most) throws BadLineException {
        advance();
        if (token == JsonToken.VALUE_NULL) {
            return -1;
        }
        boolean isNumber = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
        long value = !isNumber
                ? -1
                : Decimals.billionths(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        if (value < 0 || value > most) {
            throw new BadLineException("a number from 0 to " + Decimals.of(most) + " of at most nine decimals");
        }
        return value;
    }

    /** Milliseconds since 1970, or the text of an instant finer than that; or null. */
    @Nullable
    Instant instantOrNull() throws BadLineException {
        advance();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return token == JsonToken.VALUE_STRING
                ? instant(parser.getString())
                : Instant.ofEpochMilli(currentWhole(END_MILLIS));
    }

    /** The instant that a text in ISO 8601 names, in UTC. */
    static Instant instant(String text) throws BadLineException {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(END)) {
                return instant;
            }
        } catch (DateTimeParseException noInstant) {
            // the same as one that is out of range
        }
        throw new BadLineException("an instant between 1970 and 9999");
    }

    @Override
    public void close() {
        parser.close();
    }
}
