package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LatestWorseTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aRealFallIsDatedAndShownAgainstTheRunsBefore() {
        Section worse = section(new GivenSuite().runs("a", 4, GOOD).night("a", 5, "PFFFF"));
        assertThat(Pages.heads(worse.table()))
                .containsExactly("Scenario", "Before", "After", "Pass rate", "Real?", "Look at");
        assertThat(rows(worse)).singleElement().satisfies(row -> {
            assertThat(row.subList(0, 3)).containsExactly("a", "20/20", "1/5");
            assertThat(row.get(4)).isEqualTo("real, tonight");
        });
        assertThat(worse.note()).isEqualTo("pass rate with 95 % interval, before above, after below");
    }

    @Test
    void aFallOfOneRunMayBeChance() {
        List<LatestWorse.Fallen> fallen =
                fallen(new GivenSuite().runs("a", 4, GOOD).night("a", 5, "PPPPF"));
        assertThat(fallen).singleElement().satisfies(only -> {
            assertThat(only.real()).isFalse();
            assertThat(only.state(null).word()).isEqualTo("cannot tell");
            assertThat(only.before()).isEqualTo(Rate.of(20, 20));
            assertThat(only.after()).isEqualTo(Rate.of(4, 5));
        });
    }

    @Test
    void whatTonightCannotBeComparedWithIsTheRateOfEarlierNights() {
        assertThat(fallen(new GivenSuite().night("a", 1, "PPP").night("a", 2, "PFP")))
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.real()).isFalse();
                    assertThat(only.before()).isEqualTo(Rate.of(3, 3));
                });
    }

    @Test
    void realFallsComeFirstAndThenTheSteepest() {
        GivenSuite nights = new GivenSuite();
        for (String scenario : List.of("one", "two", "also one", "real", "steady", "old")) {
            nights.runs(scenario, 12, GOOD);
        }
        for (int night = 13; night <= 15; night++) {
            nights.night("one", night, GOOD)
                    .night("two", night, GOOD)
                    .night("also one", night, GOOD)
                    .night("real", night, GOOD)
                    .night("steady", night, GOOD)
                    .night("old", night, BAD);
        }
        nights.night("one", 16, "PPPPF")
                .night("two", 16, "PPF")
                .night("also one", 16, "PPPPF")
                .night("real", 16, BAD)
                .night("steady", 16, GOOD)
                .night("old", 16, BAD);
        Section worse = section(nights);
        assertThat(rows(worse))
                .extracting(row -> row.get(0) + ": " + row.get(4))
                .containsExactly(
                        "real: real, tonight",
                        "old: real, since 13 Apr",
                        "two: cannot tell",
                        "also one: cannot tell",
                        "one: cannot tell");
    }

    @Test
    void fiveAreShownAndAllAreCounted() {
        GivenSuite nights = new GivenSuite();
        for (String scenario : List.of("a", "b", "c", "d", "e", "f", "g")) {
            nights.runs(scenario, 12, GOOD).night(scenario, 13, BAD);
        }
        Section worse = section(nights);
        assertThat(rows(worse)).extracting(row -> row.get(0)).containsExactly("a", "b", "c", "d", "e");
        assertThat(worse.note()).startsWith("5 of 7; ");
    }

    @Test
    void whereNothingGotWorseItIsSaidWhy() {
        assertThat(nothing(new GivenSuite().runs("a", 2, GOOD))).isEqualTo("Nothing: no run failed tonight.");
        assertThat(nothing(new GivenSuite().runs("a", 2, "PPPPF")))
                .isEqualTo("Nothing. What failed tonight had failed before, or has no night to be compared with.");
        assertThat(nothing(new GivenSuite().night("a", 1, "PPPPF")))
                .isEqualTo("It cannot be told yet: there is no earlier night to compare with.");
        assertThat(nothing(new GivenSuite().night("a", 1, GOOD).night("a", 2, "EE")))
                .isEqualTo("There is no result to judge.");
        assertThat(section(new GivenSuite().runs("a", 2, GOOD)).note()).isEmpty();
    }

    private static List<List<String>> rows(Section section) {
        return section.table().rows().stream()
                .map(row -> row.stream()
                        .map(cell ->
                                cell instanceof Cell.Label label ? label.state().word() : Pages.text(cell))
                        .toList())
                .toList();
    }

    private List<LatestWorse.Fallen> fallen(GivenSuite nights) {
        return LatestWorse.fallen(Pages.of(corpora.of(nights)).report().analysis());
    }

    private Section section(GivenSuite nights) {
        Pages pages = Pages.of(corpora.of(nights));
        return LatestWorse.section(pages.at(SitePaths.LATEST), tonight(pages));
    }

    private String nothing(GivenSuite nights) {
        Pages pages = Pages.of(corpora.of(nights));
        assertThat(LatestWorse.fallen(pages.report().analysis())).isEmpty();
        return LatestWorse.nothing(tonight(pages));
    }

    private static NightNumbers tonight(Pages pages) {
        return Objects.requireNonNull(pages.report().analysis().tonight());
    }
}
