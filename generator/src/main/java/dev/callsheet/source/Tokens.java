package dev.callsheet.source;

import dev.callsheet.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The tokens of one input, strictly by RFC 8259. Every failure of the parser or of the bytes below it is a
 * {@link BadInputException}, so that failures of a sink are never mistaken for one.
 */
final class Tokens implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(Limits.ofJson())
            .build();

    private final JsonParser parser;
    private final Gauge gauge;
    private final boolean oneLine;
    private long values;
    private long mostValues = Long.MAX_VALUE;

    /**
     * @param utf8 the input
     * @param gauge counts the bytes below it
     * @param oneLine whether the input is one line of a file, so that places in it need only a column
     */
    Tokens(InputStream utf8, Gauge gauge, boolean oneLine) throws BadInputException {
        this.gauge = gauge;
        this.oneLine = oneLine;
        try {
            parser = FACTORY.createParser(ObjectReadContext.empty(), new Utf8Check(utf8));
        } catch (JacksonException failure) {
            throw failure.getCause() instanceof IOException io
                    ? BadInputException.of(io, "", "")
                    : new BadInputException(Problem.Kind.SYNTAX, "", "well-formed JSON", "something else");
        }
    }

    /** The next token; null at the end of the input, which can only be between top-level values. */
    @Nullable
    JsonToken next() throws BadInputException {
        try {
            return parser.nextToken();
        } catch (JacksonException failure) {
            throw bad(failure);
        }
    }

    /** The next token where the input cannot end. */
    JsonToken nextInside() throws BadInputException {
        JsonToken token = next();
        if (token == null) {
            throw new IllegalStateException("the parser let the input end inside a value");
        }
        return token;
    }

    /** The token that was read last. */
    JsonToken current() {
        return Objects.requireNonNull(parser.currentToken(), "no token has been read");
    }

    /** Whether the list or object that was just opened is a top-level value. */
    boolean isTopLevel() {
        return parser.streamReadContext().getNestingDepth() == 1;
    }

    /** Passes over the value that begins at the current token. */
    void skip() throws BadInputException {
        try {
            parser.skipChildren();
        } catch (JacksonException failure) {
            throw bad(failure);
        }
    }

    /** The text of the current token: a string, a number as written, or a field name. */
    String text() throws BadInputException {
        try {
            return parser.getString();
        } catch (JacksonException failure) {
            throw bad(failure);
        }
    }

    /** JSON pointer of the value that begins at the current token, from its top-level value on. */
    String pointer() {
        return Text.line(parser.streamReadContext().pathAsPointer().toString());
    }

    /** A document begins here: limits for one document count from this token. */
    void startDocument() {
        gauge.startDocument();
        mostValues = values + Limits.DOCUMENT_VALUES;
    }

    /** Counts a value that is kept. */
    void countValue() throws BadInputException {
        if (++values > mostValues) {
            throw limit("at most " + Limits.DOCUMENT_VALUES + " values in one document");
        }
    }

    /** Values kept so far. */
    long values() {
        return values;
    }

    /** Bytes read so far. */
    long bytes() {
        return gauge.count();
    }

    /** A refusal at the current place. */
    BadInputException limit(String expected) {
        return new BadInputException(Problem.Kind.SYNTAX, pointer(), expected, "more" + where());
    }

    private BadInputException bad(JacksonException failure) {
        if (failure.getCause() instanceof IOException io) {
            return BadInputException.of(io, pointer(), where());
        }
        if (failure instanceof StreamConstraintsException) {
            return constraint(failure.getOriginalMessage());
        }
        // The parser's own words quote the input, which may be text of a call.
        String found = failure instanceof UnexpectedEndOfInputException
                        || failure.getOriginalMessage().startsWith("Unexpected end-of-input")
                ? "the end of the input inside a value"
                : "a character that cannot stand there";
        return new BadInputException(Problem.Kind.SYNTAX, pointer(), "well-formed JSON", found + where());
    }

    private BadInputException constraint(String message) {
        if (message.startsWith("Document nesting")) {
            String expected = "at most " + Limits.DEPTH + " levels of nesting";
            return new BadInputException(Problem.Kind.SYNTAX, withoutTail(pointer()), expected, "more" + where());
        }
        if (message.startsWith("String")) {
            return limit("at most " + Limits.STRING_CHARS + " characters in one text");
        }
        if (message.startsWith("Name")) {
            return limit("at most " + Limits.NAME_CHARS + " characters in a field name");
        }
        return limit("at most " + Limits.NUMBER_CHARS + " characters in a number");
    }

    /** The pointer without the repetitions of its last segment: where a tower of brackets begins. */
    private static String withoutTail(String pointer) {
        int end = pointer.lastIndexOf('/');
        String segment = end < 0 ? "" : pointer.substring(end);
        String rest = pointer;
        while (!segment.isEmpty() && rest.endsWith(segment)) {
            rest = rest.substring(0, rest.length() - segment.length());
        }
        return rest;
    }

    private String where() {
        TokenStreamLocation location = parser.currentLocation();
        return " at " + (oneLine ? "" : "line " + location.getLineNr() + ", ") + "column " + location.getColumnNr();
    }

    @Override
    public void close() {
        parser.close();
    }
}
