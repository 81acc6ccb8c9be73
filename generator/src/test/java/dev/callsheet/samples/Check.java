package dev.callsheet.samples;

import java.math.BigDecimal;

/**
 * An assertion of a scenario.
 *
 * @param subject the phrase, the node, the variable, the question to the judge or the tone dimension
 * @param expected the variable's value
 * @param threshold the lowest score that passes, in hundredths
 */
record Check(Kind kind, String name, String subject, String expected, int threshold, boolean required, String weight) {

    enum Kind {
        SAYS,
        REACHES,
        EXTRACTS,
        JUDGE_SCORE,
        JUDGE_YES_NO,
        TONE
    }

    static Check says(String name, String phrase) {
        return new Check(Kind.SAYS, name, phrase, "", 0, true, "1.0");
    }

    static Check reaches(String name, String node) {
        return new Check(Kind.REACHES, name, node, "", 0, true, "1.0");
    }

    static Check extracts(String name, String variable, String value) {
        return new Check(Kind.EXTRACTS, name, variable, value, 0, true, "1.0");
    }

    static Check judge(String name, String question, int threshold) {
        return new Check(Kind.JUDGE_SCORE, name, question, "", threshold, true, "1.5");
    }

    static Check judge(String name, String question) {
        return new Check(Kind.JUDGE_YES_NO, name, question, "", 0, true, "1.0");
    }

    static Check tone(String name, String dimension, int threshold) {
        return new Check(Kind.TONE, name, dimension, "", threshold, true, "0.5");
    }

    /** The same, lowering the score when it fails and nothing more. */
    Check optional() {
        return new Check(kind, name, subject, expected, threshold, false, weight);
    }

    BigDecimal weightValue() {
        return new BigDecimal(weight);
    }

    /** Whether the result has the shape that judges give: a status, a reason, perhaps a score. */
    boolean isJudged() {
        return kind == Kind.JUDGE_SCORE || kind == Kind.JUDGE_YES_NO || kind == Kind.TONE;
    }

    boolean hasScore() {
        return kind == Kind.JUDGE_SCORE || kind == Kind.TONE;
    }

    /** Looks at a call. The result is found in the call itself, so that the two cannot disagree. */
    Outcome on(Call call, Tone tone) {
        return switch (kind) {
            case SAYS -> Outcome.plain(this, call.says(subject));
            case REACHES -> Outcome.plain(this, call.nodes().contains(subject));
            case EXTRACTS ->
                Outcome.plain(this, expected.equals(call.variables().get(subject)));
            case JUDGE_YES_NO -> new Outcome(this, call.judgeScore() == 100, call.judgeScore(), call.judgeReason());
            case JUDGE_SCORE ->
                new Outcome(this, call.judgeScore() >= threshold, call.judgeScore(), call.judgeReason());
            case TONE -> {
                int heard = tone.hundredths(subject);
                boolean enough = heard >= threshold;
                String reason = "The agent's %s was %s what this scenario asks for."
                        .formatted(subject, enough ? "at or above" : "below");
                yield new Outcome(this, enough, heard, reason);
            }
        };
    }

    /**
     * The result of an assertion in one run.
     *
     * @param score hundredths; 100 or 0 where the API gives none
     */
    record Outcome(Check check, boolean passed, int score, String reason) {

        static Outcome plain(Check check, boolean passed) {
            return new Outcome(check, passed, passed ? 100 : 0, "");
        }
    }
}
