package dev.callsheet.cli;

/** Nothing that was read is a test result. */
final class NoInputException extends Exception {

    private static final long serialVersionUID = 1L;

    NoInputException() {
        super("no usable input: nothing that was read is a test result");
    }
}
