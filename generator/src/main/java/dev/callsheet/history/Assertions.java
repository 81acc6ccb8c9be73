package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assertions that runs have in common, and their results, of which nearly all runs have the same as many others. */
final class Assertions {

    private final List<AssertionKey> keys;
    private final Texts texts;
    private final Map<String, List<AssertionResult>> unscored = new HashMap<>();

    Assertions(List<AssertionKey> keys, Texts texts) {
        this.keys = keys;
        this.texts = texts;
    }

    int size() {
        return keys.size();
    }

    /**
     * The results of one run.
     *
     * @param verdicts one letter for each assertion
     * @param scores as many, in billionths, -1 for none; null when no result has one
     */
    List<AssertionResult> results(String verdicts, long @Nullable [] scores) throws BadLineException {
        List<AssertionResult> known = scores == null ? unscored.get(verdicts) : null;
        if (known != null) {
            return known;
        }
        if (verdicts.length() != size()) {
            throw new BadLineException("as many verdicts as assertions");
        }
        List<AssertionResult> results = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            results.add(texts.one(new AssertionResult(
                    keys.get(i),
                    FormatV1.verdict(verdicts.charAt(i)),
                    scores == null || scores[i] < 0 ? null : texts.score(scores[i]))));
        }
        List<AssertionResult> whole = List.copyOf(results);
        if (scores == null) {
            unscored.put(verdicts, whole);
        }
        return whole;
    }
}
