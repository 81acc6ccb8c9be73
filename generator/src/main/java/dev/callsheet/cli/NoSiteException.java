package dev.callsheet.cli;

/** There is no site of ours, or what is needed of it is not as it was written; the message is for the user. */
final class NoSiteException extends Exception {

    private static final long serialVersionUID = 1L;

    NoSiteException(String message) {
        super(message);
    }
}
