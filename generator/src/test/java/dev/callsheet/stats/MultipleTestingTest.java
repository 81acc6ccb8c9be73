package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    /** The fifteen p-values of Benjamini and Hochberg's own example. */
    private static final List<Double> EXAMPLE = List.of(
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0);

    @Test
    void findsFourInThePublishedExample() {
        assertThat(MultipleTesting.benjaminiHochberg(EXAMPLE))
                .filteredOn(q -> q <= 0.05)
                .hasSize(4);
        assertThat(MultipleTesting.holm(EXAMPLE)).filteredOn(q -> q <= 0.05).hasSize(3);
    }

    @Test
    void theSmallestOfFourIsMultipliedByFour() {
        List<Double> p = List.of(0.5, 0.01, 0.04, 0.5);
        assertThat(MultipleTesting.benjaminiHochberg(p)).containsExactly(0.5, 0.04, 0.08, 0.5);
        assertThat(MultipleTesting.holm(p)).containsExactly(1.0, 0.04, 0.12, 1.0);
    }

    @Test
    void dependenceCostsAHarmonicSum() {
        List<Double> adjusted = MultipleTesting.benjaminiYekutieli(List.of(0.01, 0.02, 0.9));
        assertThat(adjusted.get(0)).isEqualTo(0.01 * 3 * (1 + 1 / 2.0 + 1 / 3.0), ROUNDING);
        assertThat(adjusted.get(1)).isEqualTo(0.02 * 1.5 * (1 + 1 / 2.0 + 1 / 3.0), ROUNDING);
        assertThat(adjusted.get(2)).isOne();
    }

    @Test
    void aSingleQuestionNeedsNoAdjustment() {
        assertThat(MultipleTesting.benjaminiHochberg(List.of(0.03))).containsExactly(0.03);
        assertThat(MultipleTesting.benjaminiYekutieli(List.of(0.03))).containsExactly(0.03);
        assertThat(MultipleTesting.holm(List.of(0.03))).containsExactly(0.03);
    }

    @Test
    void noQuestionsHaveNoAnswers() {
        assertThat(MultipleTesting.benjaminiHochberg(List.of())).isEmpty();
        assertThat(MultipleTesting.benjaminiYekutieli(List.of())).isEmpty();
        assertThat(MultipleTesting.holm(List.of())).isEmpty();
    }

    @Test
    void equalPValuesStayEqual() {
        List<Double> p = List.of(0.02, 0.3, 0.02, 0.02);
        assertThat(MultipleTesting.benjaminiHochberg(p)).startsWith(0.02 / 0.75).endsWith(0.02 / 0.75, 0.02 / 0.75);
        assertThat(MultipleTesting.holm(p)).containsExactly(0.08, 0.3, 0.08, 0.08);
    }

    @Test
    void adjustsUpwardsAndKeepsTheOrder() {
        RandomNumbers random = new RandomNumbers(31);
        for (int round = 0; round < 300; round++) {
            List<Double> p = pValues(random);
            for (List<Double> adjusted : List.of(
                    MultipleTesting.benjaminiHochberg(p),
                    MultipleTesting.benjaminiYekutieli(p),
                    MultipleTesting.holm(p))) {
                double before = 0;
                for (int i : ascending(p)) {
                    assertThat(adjusted.get(i)).isBetween(Math.max(p.get(i), before), 1.0);
                    before = adjusted.get(i);
                }
            }
        }
    }

    @Test
    void theStricterAQuestionTheLargerItsAnswer() {
        RandomNumbers random = new RandomNumbers(32);
        for (int round = 0; round < 300; round++) {
            List<Double> p = pValues(random);
            List<Double> bh = MultipleTesting.benjaminiHochberg(p);
            List<Double> by = MultipleTesting.benjaminiYekutieli(p);
            List<Double> holm = MultipleTesting.holm(p);
            for (int i = 0; i < p.size(); i++) {
                assertThat(holm.get(i)).isGreaterThanOrEqualTo(bh.get(i) * (1 - 1e-15));
                assertThat(by.get(i)).isGreaterThanOrEqualTo(bh.get(i));
            }
        }
    }

    @Test
    void theOrderOfTheQuestionsDoesNotMatter() {
        RandomNumbers random = new RandomNumbers(33);
        for (int round = 0; round < 100; round++) {
            List<Double> p = pValues(random);
            long[] order =
                    random.shuffled(IntStream.range(0, p.size()).asLongStream().toArray());
            List<Double> asked = new ArrayList<>();
            for (long i : order) {
                asked.add(p.get((int) i));
            }
            List<Double> answers = MultipleTesting.benjaminiHochberg(asked);
            List<Double> expected = MultipleTesting.benjaminiHochberg(p);
            for (int i = 0; i < order.length; i++) {
                assertThat(answers.get(i)).isEqualTo(expected.get((int) order[i]));
            }
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MultipleTesting.holm(List.of(0.5, p)))
                    .withMessageContaining("was " + p);
            assertThatIllegalArgumentException().isThrownBy(() -> MultipleTesting.benjaminiHochberg(List.of(p)));
        }
    }

    /** Up to 40 of them, many small, some equal, some 0 or 1. */
    private static List<Double> pValues(RandomNumbers random) {
        List<Double> p = new ArrayList<>();
        for (int left = random.below(41); left > 0; left--) {
            p.add(
                    switch (random.below(4)) {
                        case 0 -> random.fraction();
                        case 1 -> Math.pow(random.fraction(), 8);
                        case 2 -> random.below(3) / 2.0;
                        default -> random.below(6) / 100.0;
                    });
        }
        return p;
    }

    private static List<Integer> ascending(List<Double> p) {
        return IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .toList();
    }
}
