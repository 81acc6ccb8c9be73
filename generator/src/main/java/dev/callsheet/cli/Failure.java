package dev.callsheet.cli;

import dev.callsheet.config.ConfigurationException;
import dev.callsheet.output.PublicationException;
import dev.callsheet.source.SourceNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;

/** Tells the user why something failed. */
final class Failure {

    private Failure() {}

    /**
     * Says it in a sentence; of what no user can mend the trace of the stack, too.
     *
     * @param during what begins the sentence; may be empty
     * @return the exit code for it
     */
    static ExitCode tell(Io io, String during, Throwable failure) {
        ExitCode code = code(failure);
        Console console = new Console(io, Console.Verbosity.NORMAL);
        if (code != ExitCode.FAULT) {
            console.error(during + failure.getMessage());
            return code;
        }
        console.error(during + "this is a fault of callsheet, please report it: " + failure);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().forEach(line -> io.err().print(Console.visible(line) + "\n"));
        io.err().flush();
        return code;
    }

    private static ExitCode code(Throwable failure) {
        if (failure instanceof UsageException
                || failure instanceof ConfigurationException
                || failure instanceof SourceNotFoundException
                || failure instanceof InvalidPathException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof NoInputException || failure instanceof NoSiteException) {
            return ExitCode.NO_INPUT;
        }
        if (failure instanceof IncompleteException) {
            return ExitCode.INCOMPLETE;
        }
        return failure instanceof PublicationException ? ExitCode.NOT_PUBLISHED : ExitCode.FAULT;
    }
}
