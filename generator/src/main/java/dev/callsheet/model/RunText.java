package dev.callsheet.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a call: everything in a run that a person said or that quotes one. It may hold personal data, so it is
 * redacted before it is kept, and kept apart from the facts.
 *
 * @param reasonings one for each assertion result of the run, null where the judge gave none
 */
public record RunText(
        List<Turn> chat,
        List<Variable> variables,
        @Nullable String errorMessage,
        List<@Nullable String> reasonings,
        List<ToneIssue> toneIssues,
        List<ToneExample> toneExamples) {

    /** No text at all. */
    public static final RunText EMPTY = new RunText(List.of(), List.of(), null, List.of(), List.of(), List.of());

    public RunText {
        chat = List.copyOf(chat);
        variables = List.copyOf(variables);
        reasonings = Collections.unmodifiableList(new ArrayList<>(reasonings)); // may hold nulls
        toneIssues = List.copyOf(toneIssues);
        toneExamples = List.copyOf(toneExamples);
    }
}
