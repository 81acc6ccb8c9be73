package dev.callsheet.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A tone score in hundredths: the six dimensions, and an overall score that is not their mean, since naturalness
 * counts twice.
 */
record Tone(Map<String, Integer> dimensions, int overall) {

    private static final String NATURALNESS = "naturalness";
    private static final int SPREAD = 4;

    /** How the agent usually sounds. */
    private static Map<String, Integer> usual() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        usual.put(NATURALNESS, 90);
        usual.put("conciseness", 86);
        usual.put("empathy", 89);
        usual.put("flow_preservation", 91);
        usual.put("back_channeling", 84);
        usual.put("topic_transitions", 88);
        return usual;
    }

    /**
     * The tone of one call.
     *
     * @param lostEmpathy hundredths that empathy has lost by this night
     */
    static Tone of(Call call, int lostEmpathy, Dice dice) {
        Map<String, Integer> heard = usual();
        heard.replaceAll((dimension, usual) -> {
            int chance = dice.between(-SPREAD, SPREAD) + dice.between(-SPREAD, SPREAD);
            int slide = dimension.equals("empathy") ? lostEmpathy : 0;
            int value = usual + chance / 2 + call.tone().getOrDefault(dimension, 0) - slide;
            return Math.max(5, Math.min(99, value));
        });
        int weighted = heard.values().stream().mapToInt(Integer::intValue).sum()
                + Objects.requireNonNull(heard.get(NATURALNESS));
        int weights = heard.size() + 1;
        return new Tone(heard, (2 * weighted + weights) / (2 * weights)); // rounded half up
    }

    int hundredths(String dimension) {
        return Objects.requireNonNull(dimensions.get(dimension), dimension);
    }
}
