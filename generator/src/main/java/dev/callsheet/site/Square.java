package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: a square that is also a link, where the run has a page.
 *
 * @param href null where it has none
 * @param cssClass {@code p}, {@code f}, {@code e} or {@code u}: passed, failed, error or cancelled, anything else
 */
public record Square(@Nullable String href, String cssClass, String label) {

    static Square of(CorpusRun run, int attempt, @Nullable String href) {
        return new Square(href, cssClass(run.facts().status()), "attempt " + attempt + " " + Words.status(run.facts()));
    }

    private static String cssClass(RunStatus status) {
        return switch (status) {
            case PASSED -> "p";
            case FAILED -> "f";
            case ERROR, CANCELLED -> "e";
            case PENDING, RUNNING, UNKNOWN -> "u";
        };
    }
}
