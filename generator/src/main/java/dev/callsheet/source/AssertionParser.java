package dev.callsheet.source;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the assertion results of a run. The documentation gives each a boolean {@code passed}; real answers give a
 * {@code status} in words. Both are read.
 */
final class AssertionParser {

    private AssertionParser() {}

    /**
     * What the assertions of a run gave.
     *
     * @param reasonings one for each result, null where there is none
     */
    record Results(List<AssertionResult> results, List<@Nullable String> reasonings) {}

    static Results parse(Fields run, RunStatus status) {
        List<AssertionResult> results = new ArrayList<>();
        List<@Nullable String> reasonings = new ArrayList<>();
        for (Fields result : run.objects("assertion_results")) {
            if (result == null) {
                continue;
            }
            if (result.names().isEmpty()) {
                run.problems().value(result.place(), "an assertion result", "an empty object", "");
                continue;
            }
            results.add(new AssertionResult(key(result), verdict(result, status.isFinished()), result.score("score")));
            reasonings.add(result.callText("reasoning"));
        }
        return new Results(results, reasonings);
    }

    private static AssertionKey key(Fields result) {
        JsonNode expected = result.get("expected");
        String text = null;
        if (expected != null) {
            text = result.clean(
                    expected.isString() ? expected.stringValue() : expected.toString(), result.at("expected"));
        }
        return new AssertionKey(
                result.id("assertion_id"), result.line("type"), result.line("target"), result.line("field"), text);
    }

    private static Verdict verdict(Fields result, boolean finished) {
        Verdict passed = passed(result, finished);
        Verdict status = status(result);
        if (passed == Verdict.UNKNOWN || status == Verdict.UNKNOWN) {
            return passed == Verdict.UNKNOWN ? status : passed;
        }
        if (passed != status) {
            result.problems()
                    .conflict(
                            result.at("status"),
                            "the same outcome as in passed",
                            Shown.value(result.get("status")),
                            "the outcome is taken as unknown");
            return Verdict.UNKNOWN;
        }
        return passed;
    }

    private static Verdict passed(Fields result, boolean finished) {
        // A run that has not come to its end has no outcomes yet.
        if (result.isNull("passed") && result.get("status") == null && finished) {
            result.problems().value(result.at("passed"), "true or false", "null", "the outcome is taken as unknown");
        }
        Boolean passed = result.flag("passed");
        if (passed == null) {
            return Verdict.UNKNOWN;
        }
        return passed ? Verdict.PASSED : Verdict.FAILED;
    }

    private static Verdict status(Fields result) {
        JsonNode value = result.get("status");
        if (value == null) {
            return Verdict.UNKNOWN;
        }
        String word = value.isString() ? value.stringValue() : "";
        // Only ASCII: by Unicode's rules a dotless i would fold to the I of FAILED.
        boolean ascii = word.chars().allMatch(c -> c < 0x80);
        return switch (ascii ? word.toUpperCase(Locale.ROOT) : "") {
            case "PASSED" -> Verdict.PASSED;
            case "FAILED" -> Verdict.FAILED;
            default -> {
                String hint = "the outcome is taken as unknown";
                result.problems().value(result.at("status"), "PASSED or FAILED", Shown.value(value), hint);
                yield Verdict.UNKNOWN;
            }
        };
    }
}
