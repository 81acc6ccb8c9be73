package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.stats.SpectrumRanking.Ranked;
import dev.callsheet.stats.SpectrumRanking.Support;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What failing runs have in common (metrics.md 7.3). */
class SpectrumTest {

    private static final Support SUPPORT = new Support(2, 3);

    @Test
    void theFaultyStatementOfThePublishedExampleScoresHighest() {
        // Jones and Harrold 2005: mid(), statement 7, visited by the failed run and one of five passed ones.
        assertThat(new Spectrum(1, 1, 1, 5).tarantula()).isCloseTo(0.83, within(0.005));
        assertThat(new Spectrum(1, 5, 1, 5).tarantula()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whereNoRunFailedOrNonePassedOrNoneHasItNoScoreIsDefined() {
        for (Spectrum spectrum :
                List.of(new Spectrum(0, 2, 0, 5), new Spectrum(2, 0, 5, 0), new Spectrum(0, 0, 5, 5))) {
            assertThat(spectrum.ochiai()).isNull();
            assertThat(spectrum.tarantula()).isNull();
            assertThat(spectrum.dstar2()).isNull();
            assertThat(spectrum.jaccard()).isNull();
            assertThat(spectrum.lift()).isNull();
            assertThat(spectrum.pGreater()).isEqualTo(1);
            assertThat(spectrum.logOdds().value()).isFinite();
        }
    }

    @Test
    void whatAllFailedRunsHaveAndNoPassedRunIsInfinitelySuspectByOneScoreOnly() {
        Spectrum spectrum = new Spectrum(3, 0, 3, 5);
        assertThat(spectrum.dstar2()).isNull();
        assertThat(spectrum.ochiai()).isEqualTo(1);
        assertThat(spectrum.jaccard()).isEqualTo(1);
        assertThat(spectrum.lift()).isCloseTo(8 / 3.0, within(1e-12));
    }

    @Test
    void notHavingItIsTheOtherSideOfHavingIt() {
        Spectrum spectrum = new Spectrum(2, 1, 5, 7);
        assertThat(spectrum.absent()).isEqualTo(new Spectrum(3, 6, 5, 7));
        assertThat(spectrum.absent().absent()).isEqualTo(spectrum);
        assertThat(spectrum.absent().logOdds().value())
                .isCloseTo(-spectrum.logOdds().value(), within(1e-12));
    }

    @Test
    void countsBeyondTheirTotalAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spectrum(2, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spectrum(0, -1, 1, 0));
    }

    @Test
    void productsOfLargeCountsDoNotOverflow() {
        long large = 1L << 40;
        Spectrum spectrum = new Spectrum(large, large, large, 2 * large);
        assertThat(spectrum.ochiai()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(spectrum.dstar2()).isEqualTo((double) large);
        assertThat(OddsRatio.of(List.of(new Spectrum(large, large, 2 * large, 2 * large)))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void whatTooFewRunsHaveOrEveryRunHasIsNotRanked() {
        assertThat(ranked(Map.of(
                        "every run", new Spectrum(5, 7, 5, 7),
                        "one failed", new Spectrum(1, 3, 5, 7),
                        "two runs", new Spectrum(2, 0, 5, 7),
                        "three runs", new Spectrum(2, 1, 5, 7))))
                .extracting(Ranked::name)
                .containsExactly("three runs");
    }

    @Test
    void whereNothingFailedOrNothingPassedThereIsNoRanking() {
        assertThat(ranked(Map.of("a", new Spectrum(0, 3, 0, 7)))).isEmpty();
        assertThat(ranked(Map.of("a", new Spectrum(3, 0, 7, 0)))).isEmpty();
        assertThat(ranked(Map.of())).isEmpty();
    }

    @Test
    void equalScoresGoByNameAndShareTheirAdjustedP() {
        List<Ranked<String>> ranked = ranked(Map.of(
                "b", new Spectrum(4, 0, 5, 20),
                "a", new Spectrum(4, 0, 5, 20),
                "late", new Spectrum(2, 10, 5, 20)));
        assertThat(ranked).extracting(Ranked::name).containsExactly("a", "b", "late");
        assertThat(ranked.get(0).q())
                .isEqualTo(ranked.get(1).q())
                .isCloseTo(1.5 * ranked.get(0).p(), within(1e-12));
    }

    @Test
    void theOddsRatioComparesRunsWithinTheirGroupOnly() {
        // A hard group visits a node that an easy one does not: within each nothing differs.
        List<Spectrum> alike = List.of(new Spectrum(6, 2, 12, 4), new Spectrum(1, 9, 2, 18));
        assertThat(OddsRatio.of(alike).value()).isCloseTo(1, within(1e-12));
        assertThat(OddsRatio.of(alike).isAboveOne()).isFalse();
        assertThat(OddsRatio.of(List.of(new Spectrum(3, 1, 4, 6))).value()).isCloseTo(15, within(1e-12));
    }

    @Test
    void aGroupInWhichNothingDiffersSaysNothing() {
        Spectrum telling = new Spectrum(3, 1, 4, 6);
        assertThat(OddsRatio.of(List.of(telling, new Spectrum(0, 5, 0, 9), new Spectrum(0, 0, 0, 0))))
                .isEqualTo(OddsRatio.of(List.of(telling)));
        assertThat(OddsRatio.of(List.of()).value()).isNull();
        assertThat(OddsRatio.of(List.of()).isInfinite()).isFalse();
        OddsRatio all = OddsRatio.of(List.of(new Spectrum(3, 0, 4, 6)));
        assertThat(all.value()).isNull();
        assertThat(all.isInfinite()).isTrue();
        assertThat(all.isAboveOne()).isTrue();
    }

    private static List<Ranked<String>> ranked(Map<String, Spectrum> spectra) {
        return SpectrumRanking.of(new TreeMap<>(spectra), SUPPORT);
    }
}
