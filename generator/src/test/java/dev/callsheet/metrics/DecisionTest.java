package dev.callsheet.metrics;

import static dev.callsheet.metrics.GivenNights.nights;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    /** The scan dates a collapse of tonight one night early. */
    @ParameterizedTest
    @CsvSource({"16*5/5 1/5, 80, 80", "12*5/5 0/5, 60, 60", "19*5/5 4/5 0/5, 99, 100", "16*0/5 5/5, 0, 80"})
    void beforeAChangeOfTonightAreAllNightsUpToIt(String nights, long passed, long n) {
        Decision decision = decided(nights);
        assertThat(decision.changes())
                .as("the scan has cut off the night before")
                .hasSize(1);
        assertThat(decision.isTonight()).isTrue();
        assertThat(decision.beforeEvent()).isEqualTo(Rate.of(passed, n));
    }

    @Test
    void nightsThatWereBadAlreadyAreNotMixedWithThoseBefore() {
        Decision decision = decided("12*20/20 6*10/20 0/20");
        assertThat(decision.isTonight()).isTrue();
        assertThat(decision.beforeEvent()).isEqualTo(Rate.of(60, 120));
    }

    @Test
    void beforeAChangeOfEarlierNightsAreThoseBeforeIt() {
        assertThat(decided("12*5/5 4*1/5").beforeEvent()).isEqualTo(Rate.of(60, 60));
    }

    @Test
    void withoutAnEventNothingIsBefore() {
        assertThat(decided("12*5/5").beforeEvent()).isNull();
    }

    private static Decision decided(String nights) {
        SortedMap<String, List<NightOutcomes>> suite = new TreeMap<>();
        suite.put("s", nights(nights));
        return Objects.requireNonNull(
                DecisionProcedure.decide(suite, Rules.DEFAULT).get("s"));
    }
}
