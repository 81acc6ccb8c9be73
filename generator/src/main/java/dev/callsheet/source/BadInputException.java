package dev.callsheet.source;

import dev.callsheet.model.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.util.zip.ZipException;

/** Reading an input cannot go on. Says where it stopped and why, never with text from the input. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem.Kind kind;
    private final String pointer;
    private final String expected;
    private final String found;

    BadInputException(Problem.Kind kind, String pointer, String expected, String found) {
        super(expected + ", found " + found);
        this.kind = kind;
        this.pointer = pointer;
        this.expected = expected;
        this.found = found;
    }

    /** What a failure to read bytes means: a limit, a wrong encoding, or an unreadable file. */
    static BadInputException of(IOException failure, String pointer, String where) {
        if (failure instanceof LimitExceededException limit) {
            return new BadInputException(Problem.Kind.SYNTAX, pointer, limit.expected(), "more" + where);
        }
        if (failure instanceof CharacterCodingException) {
            return new BadInputException(
                    Problem.Kind.SYNTAX,
                    pointer,
                    "valid UTF-8, UTF-16 or UTF-32",
                    "bytes that are none of them" + where);
        }
        return new BadInputException(
                Problem.Kind.UNREADABLE, pointer, "a file that can be read to its end", reason(failure) + where);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission to read it";
        }
        if (failure instanceof EOFException) {
            return "packed data that ends too early";
        }
        if (failure instanceof ZipException) {
            return "packed data that is damaged";
        }
        return "a failure to read it";
    }

    Problem.Kind kind() {
        return kind;
    }

    /** JSON pointer to where reading stopped; empty when not known. */
    String pointer() {
        return pointer;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
