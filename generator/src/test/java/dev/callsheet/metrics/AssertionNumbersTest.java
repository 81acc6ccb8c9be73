package dev.callsheet.metrics;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.model.AssertionResult.Verdict.UNKNOWN;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.stats.Wilson;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which assertions failed runs are down to (metrics.md 7.2). */
class AssertionNumbersTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFailedRunIsSharedAmongItsFailedAssertions() {
        List<AssertionNumbers> ranking = ranking(
                run("r1")
                        .failed()
                        .check("a", FAILED, null)
                        .check("b", FAILED, null)
                        .check("c", FAILED, null),
                run("r2").failed().check("a", FAILED, null).check("b", PASSED, null),
                run("r3").failed().check("b", FAILED, null).check("c", FAILED, null),
                run("r4").check("c", FAILED, null), // optional: the run passed
                run("r5").failed());
        assertThat(ranking)
                .extracting(a -> a.key().id() + " " + Math.round(1000 * a.attributed()) + " " + a.soleCause())
                .containsExactly("a 1333 1", "c 833 0", "b 833 0"); // c fails 3 of 3, b 2 of 3
        assertThat(ranking.get(2).failShare()).isEqualTo(new Rate(2, 3, 2 / 3.0, Wilson.interval(2, 3)));
    }

    @Test
    void theShareThatIsProvenAndNotThePlainShareComesSecond() {
        GivenRun[] runs = new GivenRun[12];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = run("r" + i).check("often", i < 10 ? FAILED : PASSED, null);
        }
        runs[0].check("once", FAILED, null); // 1 of 1, but 10 of 12 proves more
        assertThat(ranking(runs)).extracting(a -> a.key().id()).containsExactly("often", "once");
    }

    @Test
    void anAssertionTwiceInARunIsOneCause() {
        List<AssertionNumbers> ranking =
                ranking(run("r1").failed().check("a", FAILED, null).check("a", FAILED, null));
        assertThat(ranking).hasSize(1);
        assertThat(ranking.get(0).failed()).isEqualTo(2);
        assertThat(ranking.get(0).attributed()).isEqualTo(1);
        assertThat(ranking.get(0).soleCause()).isEqualTo(1);
    }

    @Test
    void anAssertionNeverFailsOnlyInManyEvaluations() {
        assertThat(AssertionNumbers.manyEvaluations(Rules.DEFAULT)).isEqualTo(59);
        assertThat(steady(59)).isTrue();
        assertThat(steady(58)).isFalse();
    }

    @Test
    void oneFailureIsEnoughToHaveFailed() {
        GivenRun[] runs = new GivenRun[100];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = run("r" + i).check("a", i == 0 ? FAILED : PASSED, null);
        }
        assertThat(ranking(runs).get(0).neverFailed()).isFalse();
        assertThat(ranking(runs).get(0).provenFailShare()).isCloseTo(0.000_512_8, within(1e-7));
    }

    @Test
    void withoutAVerdictNothingIsProven() {
        AssertionNumbers unknown = ranking(run("r1").check("a", UNKNOWN, null)).get(0);
        assertThat(unknown.provenFailShare()).isNull();
        assertThat(unknown.neverFailed()).isFalse();
    }

    private boolean steady(int evaluations) {
        GivenRun[] runs = new GivenRun[evaluations];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = run("r" + i).check("a", PASSED, null);
        }
        return ranking(runs).get(0).neverFailed();
    }

    private List<AssertionNumbers> ranking(GivenRun... runs) {
        return AssertionNumbers.of("s", null, corpora.of(runs).runs(), Rules.DEFAULT);
    }
}
