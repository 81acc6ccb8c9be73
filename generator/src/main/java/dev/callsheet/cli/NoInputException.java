package dev.callsheet.cli;

import dev.callsheet.model.Problem;
import java.util.List;

/** Nothing that was read is a test result. */
final class NoInputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems why nothing can be used */
    NoInputException(List<Problem> problems) {
        super("no usable input: nothing that was read is a test result");
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
