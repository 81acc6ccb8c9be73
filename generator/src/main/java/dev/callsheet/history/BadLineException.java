package dev.callsheet.history;

/** A line that is well-formed JSON and not what the format says. */
final class BadLineException extends Exception {

    /** @param expected what would have been right */
    BadLineException(String expected) {
        super(expected, null, false, false); // there may be a million of them, and nobody reads their traces
    }

    String expected() {
        return String.valueOf(getMessage());
    }
}
