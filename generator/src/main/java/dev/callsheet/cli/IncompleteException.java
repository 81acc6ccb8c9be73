package dev.callsheet.cli;

/** Something that was required could not be had in full; the message is for the user. */
final class IncompleteException extends Exception {

    private static final long serialVersionUID = 1L;

    IncompleteException(String message) {
        super(message);
    }
}
