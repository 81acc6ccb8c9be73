package dev.callsheet.stats;

import static dev.callsheet.stats.PassScanTest.nights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.stats.PassSegments.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassSegmentsTest {

    private static final String GOOD = "5/5 5/5 5/5 5/5 5/5 5/5 5/5 5/5";
    private static final String BAD = "0/5 1/5 0/5 0/5 1/5 0/5 0/5 0/5";

    @Test
    void aSteadySeriesHasNoChange() {
        assertThat(changes(GOOD)).isEmpty();
        assertThat(changes("4/5 5/5 3/5 5/5 4/5 4/5 5/5 3/5")).isEmpty();
        assertThat(changes("")).isEmpty();
        assertThat(changes("5/5")).isEmpty();
    }

    @Test
    void aChangeIsNamedByItsFirstNight() {
        List<Change> changes = changes(GOOD + " " + BAD);
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).night()).isEqualTo(8);
        assertThat(changes.get(0).scan().before()).isEqualTo(new Trials(40, 40));
        assertThat(changes.get(0).scan().after()).isEqualTo(new Trials(2, 40));
    }

    @Test
    void changesStandInOrderOfTime() {
        String half = "2/5 3/5 2/5 3/5 3/5 2/5 2/5 3/5";
        List<Change> changes = changes(GOOD + " " + half + " " + BAD + " " + GOOD);
        assertThat(changes).extracting(Change::night).containsExactly(8, 16, 24);
    }

    @Test
    void aSeriesThatGoesToAndFroIsRestlessRatherThanChanged() {
        // Within each side of the first split the nights vary so much that a second one could be chance.
        assertThat(changes(GOOD + " " + BAD + " " + GOOD + " " + BAD)).hasSize(1);
    }

    @Test
    void eachChangeKnowsTheStretchThatItWasFoundIn() {
        // The rate fell and rose again. The fall is found first, in all nights; the rise in those that are left.
        List<Change> changes = changes(GOOD + " " + GOOD + " " + BAD + " " + GOOD);
        assertThat(changes).extracting(Change::night).containsExactly(16, 24);
        assertThat(changes.get(0).scan().after()).isEqualTo(new Trials(42, 80));
        assertThat(changes.get(1).scan().before()).isEqualTo(new Trials(2, 40));
        assertThat(changes.get(1).scan().split()).isEqualTo(8);
    }

    @Test
    void aChangeHasTwoNightsOnEachSide() {
        assertThat(changes(GOOD + " " + GOOD + " 0/5 0/5"))
                .extracting(Change::night)
                .containsExactly(16);
        // A single bad night takes its neighbour along: the comparison of tonight with the nights before is sharper.
        assertThat(changes(GOOD + " " + GOOD + " 0/5"))
                .extracting(Change::night)
                .containsExactly(15);
    }

    @Test
    void aChangeTooSmallToMatterIsNone() {
        List<Trials> nights = new ArrayList<>(Collections.nCopies(30, new Trials(990, 1_000)));
        nights.addAll(Collections.nCopies(30, new Trials(891, 1_000)));
        assertThat(PassSegments.changes(nights, 0.001, 0.1)).isEmpty();
        assertThat(PassSegments.changes(nights, 0.001, 0.099)).hasSize(1);
    }

    @Test
    void exactlyTenPointsAreTenPoints() {
        // 1 − 0.9 is less than 0.1 in doubles.
        List<Trials> nights = new ArrayList<>(Collections.nCopies(10, new Trials(100, 100)));
        nights.addAll(Collections.nCopies(10, new Trials(90, 100)));
        assertThat(PassSegments.changes(nights, 0.001, 0.1)).hasSize(1);
        Collections.reverse(nights);
        assertThat(PassSegments.changes(nights, 0.001, 0.1)).hasSize(1);
    }

    @Test
    void theLevelDecides() {
        List<Trials> nights = nights("5/5 5/5 5/5 5/5 5/5 5/5 3/5 2/5");
        double p = PassScan.of(nights, 2).adjustedP();
        assertThat(PassSegments.changes(nights, p, 0.1)).hasSize(1);
        assertThat(PassSegments.changes(nights, Math.nextDown(p), 0.1)).isEmpty();
    }

    @Test
    void everyChangeIsSignificantAndLargeAndLeavesTwoNights() {
        RandomNumbers random = new RandomNumbers(51);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            List<Trials> nights = PassScanTest.series(random, 50, 8);
            int last = 0;
            for (Change change : PassSegments.changes(nights, 0.01, 0.2)) {
                PassScan scan = change.scan();
                assertThat(scan.adjustedP()).isLessThanOrEqualTo(0.01);
                assertThat(Math.abs(rate(scan.before()) - rate(scan.after()))).isGreaterThan(0.2 - 1e-12);
                assertThat(change.night()).isBetween(last + 2, nights.size() - 2);
                last = change.night();
                found++;
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    private static double rate(Trials trials) {
        return trials.passed() / (double) trials.n();
    }

    private static List<Change> changes(String series) {
        return PassSegments.changes(nights(series), 0.001, 0.1);
    }
}
