package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The assertions of some runs, and their results, of which many runs have the same. */
final class Assertions {

    private final List<AssertionKey> keys;
    private final Texts texts;
    private final Map<String, List<AssertionResult>> unscored = new HashMap<>();

    Assertions(List<AssertionKey> keys, Texts texts) {
        this.keys = keys;
        this.texts = texts;
    }

    /**
     * The results of one run.
     *
     * @param verdicts one letter each
     * @param scores in billionths, -1 for none; null when no result has one
     */
    List<AssertionResult> results(String verdicts, long @Nullable [] scores) throws BadLineException {
        List<AssertionResult> known = scores == null ? unscored.get(verdicts) : null;
        if (known != null) {
            return known;
        }
        if (verdicts.length() != keys.size()) {
            throw new BadLineException("as many verdicts as assertions");
        }
        List<AssertionResult> results = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            results.add(texts.one(new AssertionResult(
                    keys.get(i),
                    FormatV1.verdict(verdicts.charAt(i)),
                    scores == null || scores[i] < 0 ? null : texts.score(scores[i]))));
        }
        List<AssertionResult> shared = texts.one(List.copyOf(results));
        if (scores == null) {
            unscored.put(verdicts, shared);
        }
        return shared;
    }
}
