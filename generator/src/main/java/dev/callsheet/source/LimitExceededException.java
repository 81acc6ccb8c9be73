package dev.callsheet.source;

import java.io.IOException;

/** An input is larger than it may be; the message says what would have been right. */
final class LimitExceededException extends IOException {

    private static final long serialVersionUID = 1L;

    LimitExceededException(String expected) {
        super(expected);
    }

    String expected() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
