package dev.callsheet.model;

import java.util.List;

/** The six dimensions of a tone score and the vendor's overall figure, which is not their mean (metrics.md 5.2). */
public enum ToneDimension {
    NATURALNESS("naturalness", "Naturalness"),
    CONCISENESS("conciseness", "Conciseness"),
    EMPATHY("empathy", "Empathy"),
    FLOW_PRESERVATION("flow_preservation", "Flow preservation"),
    BACK_CHANNELING("back_channeling", "Back-channelling"),
    TOPIC_TRANSITIONS("topic_transitions", "Topic transitions"),
    OVERALL("overall_tone_score", "Overall");

    /** The six without the overall figure. */
    public static final List<ToneDimension> SIX =
            List.of(NATURALNESS, CONCISENESS, EMPATHY, FLOW_PRESERVATION, BACK_CHANNELING, TOPIC_TRANSITIONS);

    private final String field;
    private final String title;

    ToneDimension(String field, String title) {
        this.field = field;
        this.title = title;
    }

    /** The field's name in the API and in our files. */
    public String field() {
        return field;
    }

    /** The name on pages. */
    public String title() {
        return title;
    }
}
