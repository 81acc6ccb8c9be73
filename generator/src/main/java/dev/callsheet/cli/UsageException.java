package dev.callsheet.cli;

/** The command line or the environment is wrong; the message is for the user. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
