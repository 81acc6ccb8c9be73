package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeFilesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFallOfTonightStandsWithItsEvidence() {
        CSVRecord fell = row(Fortnight.suite(), "fell");
        assertThat(fell.toList().subList(0, 12))
                .containsExactly(
                        "fell",
                        "fell",
                        "2026-04-13",
                        "newly_failing",
                        "worse",
                        "REGRESSED",
                        "2026-04-14",
                        "39",
                        "39",
                        "0",
                        "3",
                        "-1");
        assertThat(number(fell, "low")).isEqualTo(-1);
        assertThat(number(fell, "high")).isCloseTo(-0.4314, within(5e-4));
        assertThat(number(fell, "p")).isCloseTo(1 / 11_480.0, within(1e-15));
        assertThat(number(fell, "q")).isBetween(number(fell, "p"), 5 * number(fell, "p"));
    }

    @Test
    void aChangeOfEarlierHasNoAdjustedValue() {
        CSVRecord up = row(Fortnight.suite(), "up");
        assertThat(up.toList().subList(3, 12))
                .containsExactly("still_passing", "better", "FIXED", "2026-04-10", "0", "27", "15", "15", "1");
        assertThat(number(up, "p")).isBetween(0.0, 0.001);
        assertThat(up.get("q")).isEmpty();
    }

    @Test
    void whatChanceExplainsHasNoVerdictButItsNumbers() {
        CSVRecord row = row(Fortnight.of("s", day -> day < 14 ? "PPP" : "PPF"), "s");
        assertThat(row.toList().subList(3, 11)).containsExactly("newly_failing", "", "NONE", "", "39", "39", "2", "3");
        assertThat(number(row, "difference")).isCloseTo(-1 / 3.0, within(1e-12));
        assertThat(number(row, "p")).isCloseTo(3 / 42.0, within(1e-12));
        assertThat(number(row, "q")).isEqualTo(number(row, "p"));
    }

    @Test
    void aBetterNightIsTestedForBeingBetter() {
        CSVRecord row = row(Fortnight.of("s", day -> day < 14 ? "FFF" : "FFP"), "s");
        assertThat(row.get("fact")).isEqualTo("still_mixed");
        assertThat(row.get("verdict")).isEmpty();
        assertThat(number(row, "p")).isCloseTo(3 / 42.0, within(1e-12));
    }

    @Test
    void withTooFewRunsBeforeNothingIsTested() {
        CSVRecord row = row(Fortnight.of("s", day -> day < 13 ? "" : "PF"), "s");
        assertThat(row.toList().subList(3, 11))
                .containsExactly("still_mixed", "", "NEW", "2026-04-13", "1", "2", "1", "2");
        assertThat(row.get("difference")).isEqualTo("0");
        assertThat(row.get("p")).isEmpty();
        assertThat(row.get("q")).isEmpty();
    }

    @Test
    void aScenarioThatRanOnOneOfTheNightsHasNoDifference() {
        List<Given> records = new ArrayList<>(Fortnight.suite());
        records.addAll(Fortnight.of("came", day -> day == 14 ? "PP" : ""));
        records.addAll(Fortnight.of("went", day -> day < 14 ? "PP" : ""));
        CSVRecord came = row(records, "came");
        assertThat(came.get("fact")).isEqualTo("new");
        assertThat(came.get("before_n")).isEqualTo("0");
        assertThat(came.get("difference")).isEmpty();
        assertThat(came.get("low")).isEmpty();
        CSVRecord went = row(records, "went");
        assertThat(went.get("fact")).isEqualTo("not_run");
        assertThat(went.get("before_passed")).isEqualTo("26");
        assertThat(went.get("after_n")).isEqualTo("0");
        assertThat(went.get("high")).isEmpty();
    }

    @Test
    void theTwoNightsAloneStandBesideTheVerdict() {
        CSVRecord fell = row(Fortnight.suite(), "fell");
        assertThat(fell.toList().subList(16, 20)).containsExactly("3", "3", "0", "3");
        assertThat(number(fell, "nights_p")).isCloseTo(0.1, within(1e-12));
        assertThat(number(fell, "nights_q")).isCloseTo(0.5, within(1e-12));
        assertThat(number(fell, "nights_high")).isCloseTo(-0.2055, within(5e-4));
        assertThat(fell.get("smallest_visible")).as("three runs prove nothing").isEmpty();
    }

    @Test
    void onTheFirstNightThereIsNoFact() {
        assertThat(Written.of(corpora.of(Fortnight.of("s", day -> day == 14 ? "P" : "")))
                        .text("changes.csv")
                        .lines()
                        .skip(1))
                .containsExactly("\"s\",\"s\",,,,\"NEW\",\"2026-04-14\",0,0,1,1,,,,,,,,,,,,,,");
    }

    @Test
    void onlyScenariosOfTheTwoNightsAndThoseWithAChangeHaveARow() {
        List<Given> records = new ArrayList<>(Fortnight.suite());
        records.addAll(Fortnight.of("changed", day -> day < 7 ? "PPP" : day < 12 ? "FFF" : ""));
        records.addAll(Fortnight.of("gone", day -> day < 12 ? "PPP" : ""));
        records.add(scenario("idle"));
        assertThat(Written.of(corpora.of(records)).column("changes.csv", "scenario_id"))
                .containsExactly("changed", "down", "fell", "flaky", "steady", "up");
        assertThat(row(records, "changed").get("fact")).isEmpty();
        assertThat(row(records, "changed").get("verdict")).isEqualTo("worse");
    }

    private CSVRecord row(List<? extends Given> records, String scenario) {
        return Written.of(corpora.of(records)).rows("changes.csv").stream()
                .filter(row -> row.get("scenario_id").equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
