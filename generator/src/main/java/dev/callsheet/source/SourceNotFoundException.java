package dev.callsheet.source;

import dev.callsheet.model.OneLine;

/** A source that was asked for does not exist; the message names the argument. */
public final class SourceNotFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    SourceNotFoundException(String argument) {
        super("no such file or directory: " + OneLine.shortened(argument));
    }
}
