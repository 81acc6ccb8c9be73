package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final List<String> PARTS = List.of("a", "b", "c", "d", "e", "f");

    private final RandomNumbers random = new RandomNumbers(56);

    @Test
    void addUpToTheChangeOfTheWeightedMean() {
        for (int round = 0; round < 200; round++) {
            Map<String, Double> before = fractions();
            Map<String, Double> now = fractions();
            Map<String, Double> weights = fractions();
            assertThat(Contributions.of(before, now, weights).total())
                    .isCloseTo(mean(now, weights) - mean(before, weights), within(1e-12));
        }
    }

    @Test
    void sharesOfTheLossAddUpToOne() {
        Contributions contributions =
                Contributions.of(Map.of("a", 0.9, "b", 0.9, "c", 0.9), Map.of("a", 0.8, "b", 0.6, "c", 1.0));
        assertThat(contributions.mostHarmful()).isEqualTo("b");
        assertThat(contributions.shareOfLoss().get("a")).isCloseTo(0.25, within(1e-12));
        assertThat(contributions.shareOfLoss().get("b")).isCloseTo(0.75, within(1e-12));
        assertThat(contributions.shareOfLoss().get("c")).isZero();
    }

    @Test
    void ofEqualLossesTheFirstByNameIsNamed() {
        // In doubles 0.869 − 0.969 and 0.704 − 0.804 differ by rounding.
        Contributions contributions =
                Contributions.of(Map.of("b", 0.969, "c", 0.804, "a", 0.5), Map.of("b", 0.869, "c", 0.704, "a", 0.5));
        assertThat(contributions.mostHarmful()).isEqualTo("b");
    }

    @Test
    void whereNothingIsLostNothingIsHarmful() {
        Contributions contributions = Contributions.of(Map.of("a", 0.3, "b", 0.1 + 0.2), Map.of("a", 0.3, "b", 0.3));
        assertThat(contributions.mostHarmful()).isNull();
        assertThat(contributions.shareOfLoss()).containsOnly(Map.entry("a", 0.0), Map.entry("b", 0.0));
    }

    @Test
    void aPartOfOneSideOnlyIsLeftOut() {
        assertThat(Contributions.of(Map.of("a", 0.9), Map.of("a", 0.8, "b", 0.1))
                        .byPart())
                .containsOnlyKeys("a");
        assertThat(Contributions.of(Map.of(), Map.of("a", 0.8)).total()).isNull();
        assertThat(Contributions.of(Map.of("a", 0.9), Map.of("a", 0.8), Map.of("a", 0.0))
                        .total())
                .isNull();
    }

    @Test
    void aWeightIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contributions.of(Map.of("a", 1.0), Map.of("a", 1.0), Map.of("a", -1.0)));
    }

    private Map<String, Double> fractions() {
        Map<String, Double> values = new LinkedHashMap<>();
        PARTS.forEach(part -> values.put(part, random.fraction()));
        return values;
    }

    private static double mean(Map<String, Double> values, Map<String, Double> weights) {
        double sum = 0;
        double all = 0;
        for (String part : PARTS) {
            sum += weights.getOrDefault(part, 0.0) * values.getOrDefault(part, 0.0);
            all += weights.getOrDefault(part, 0.0);
        }
        return sum / all;
    }
}
