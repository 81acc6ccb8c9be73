package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.problem;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSet;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFilesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scenarios.csv | scenario_id,scenario_name,category,required,state,event,headline,n,passed,failed,error,\
            cancelled,rate,wilson_low,wilson_high,pass_hat_2,pass_hat_3,pass_hat_5,flip_rate,mean_overall_score,\
            mean_overall_tone_score,event_since,regime_since,regime_passed,regime_n,p_state,p_event,runs_to_decide
            changes.csv | scenario_id,scenario_name,against,fact,verdict,event,event_since,before_passed,before_n,\
            after_passed,after_n,difference,low,high,p,q,against_passed,against_n,tonight_passed,tonight_n,\
            nights_low,nights_high,nights_p,nights_q,smallest_visible
            nights.csv | night,runs,passed,failed,error,cancelled,rate,wilson_low,wilson_high,flaky,regressed,broken,\
            mean_overall_tone_score,unfinished,unknown
            simulation_sets.csv | set_id,scenario_id,scenario_name,api_total_runs,api_passed,api_pass_rate,\
            api_is_flaky,api_confidence,computed_n,computed_passed,computed_rate,computed_mixed,disagreement
            """)
    void filesHaveThePromisedColumns(String file, String header) {
        assertThat(Written.of(corpora.of()).text(file)).isEqualTo(header + "\r\n");
    }

    @Test
    void aScenarioHasItsFiguresOverTheWindow() {
        Written written = Written.of(corpora.of(
                scenario("s").named("Book a cleaning").category("booking").required(),
                run("1").at("2026-04-14").score("0.9").tone(ToneDimension.OVERALL, "0.5"),
                run("2").at("2026-04-14").failed().score("0.6"),
                run("3").at("2026-04-14"),
                run("4").at("2026-04-14").errored()));
        CSVRecord row = written.rows("scenarios.csv").get(0);
        assertThat(row.toList().subList(0, 12))
                .containsExactly(
                        "s",
                        "Book a cleaning",
                        "booking",
                        "true",
                        "SUSPECT",
                        "NEW",
                        "SUSPECT",
                        "3",
                        "2",
                        "1",
                        "1",
                        "0");
        assertThat(row.get("rate")).isEqualTo("0.6666666666666666");
        assertThat(Double.parseDouble(row.get("wilson_low"))).isCloseTo(0.2077, within(5e-5));
        assertThat(Double.parseDouble(row.get("wilson_high"))).isCloseTo(0.9385, within(5e-5));
        assertThat(row.toList().subList(15, 21)).containsExactly("0.3333333333333333", "0", "", "1", "0.75", "0.5");
    }

    @Test
    void aScenarioHasWhatIsClaimedOfItAndWhatThatRestsOn() {
        List<CSVRecord> rows = Written.of(corpora.of(Fortnight.suite())).rows("scenarios.csv");
        assertThat(rows.stream().map(row -> row.get("headline")))
                .containsExactly("REGRESSED", "REGRESSED", "FLAKY", "RELIABLE", "FIXED");
        assertThat(rows.stream().map(row -> row.get("state")))
                .containsExactly("BROKEN", "INSUFFICIENT", "FLAKY", "RELIABLE", "INSUFFICIENT");
        CSVRecord down = rows.get(0);
        assertThat(down.toList().subList(21, 25)).containsExactly("2026-04-10", "2026-04-10", "0", "15");
        assertThat(Double.parseDouble(down.get("p_state"))).isBetween(0.0, 0.05);
        assertThat(Double.parseDouble(down.get("p_event"))).isBetween(0.0, 0.001);
        assertThat(down.get("runs_to_decide")).isEqualTo("0");
        CSVRecord flaky = rows.get(2);
        assertThat(flaky.toList().subList(21, 25)).containsExactly("", "2026-04-01", "28", "42");
        assertThat(flaky.get("p_event")).isEmpty();
    }

    @Test
    void aNightCountsHeadlines() {
        CSVRecord tonight =
                Written.of(corpora.of(Fortnight.suite())).rows("nights.csv").get(13);
        assertThat(List.of(tonight.get("flaky"), tonight.get("regressed"), tonight.get("broken")))
                .containsExactly("1", "2", "0");
    }

    @Test
    void aScenarioThatNeverRanHasEmptyRates() {
        Written written = Written.of(corpora.of(
                scenario("s").named("Book a cleaning").category("booking").required()));
        assertThat(written.text("scenarios.csv").lines().skip(1))
                .containsExactly("\"s\",\"Book a cleaning\",\"booking\",true,\"NO_DATA\",\"NONE\",\"NO_DATA\",0,0,0,0,0"
                        + ",".repeat(16));
    }

    @Test
    void scenariosAreSortedByIdAndNotByName() {
        Written written =
                Written.of(corpora.of(scenario("2").named("A"), scenario("1").named("B")));
        assertThat(written.column("scenarios.csv", "scenario_id")).containsExactly("1", "2");
    }

    @Test
    void aNightCountsEveryRunOfIt() {
        Written written = Written.of(corpora.of(
                run("1").at("2026-04-14"),
                run("2").at("2026-04-14").running(),
                run("3").at("2026-04-14").status("CANCELLED"),
                run("4").at("2026-04-14").status("TIMED_OUT"),
                run("5").at("2026-04-13").errored()));
        assertThat(written.column("nights.csv", "night")).containsExactly("2026-04-13", "2026-04-14");
        assertThat(written.text("nights.csv").lines().skip(1).findFirst())
                .contains("\"2026-04-13\",1,0,0,1,0,,,,0,0,0,,0,0");
        assertThat(written.rows("nights.csv").get(1).toList().subList(0, 7))
                .containsExactly("2026-04-14", "4", "1", "0", "0", "1", "1");
        assertThat(written.column("nights.csv", "unfinished")).containsExactly("0", "1");
        assertThat(written.column("nights.csv", "unknown")).containsExactly("0", "1");
    }

    @Test
    void theFiguresOfASetStandBesideOursAndDifferencesAreNamed() {
        Written written = Written.of(corpora.of(
                run("s0").of("s").at("2026-04-14"),
                run("s1").of("s").at("2026-04-14").failed(),
                run("t0").of("t").at("2026-04-14"),
                run("t1").of("t").at("2026-04-14"),
                set("set").on("2026-04-14").with(bothPassed("t")).with(bothPassed("s")),
                set("older")
                        .on("2026-04-13")
                        .with(figures("s")
                                .counts(2, 1, 1)
                                .rate("0.5")
                                .flaky(true)
                                .confidence("medium"))));
        assertThat(written.text("simulation_sets.csv").lines().skip(1))
                .containsExactly(
                        "\"older\",\"s\",\"s\",2,1,0.5,true,\"medium\",0,0,,,",
                        "\"set\",\"s\",\"s\",2,2,1,false,\"medium\",2,1,0.5,true,\"passed failed pass_rate is_flaky\"",
                        "\"set\",\"t\",\"t\",2,2,1,false,\"medium\",2,2,1,false,");
    }

    @Test
    void aBatchHasItsOwnCountsBeforeOurs() {
        Written written = Written.of(corpora.of(
                batch("b").status("FAILED").counts(2, 1, 1).at("2026-04-13T02:00:00Z"),
                run("1").batch("b").at("2026-04-14").failed(),
                run("2").batch("a").at("2026-04-14").failed()));
        assertThat(written.text("batches.csv").lines().skip(1).map(row -> row.replaceAll("0[.][0-9]{4,}", "#")))
                .containsExactly(
                        "\"a\",\"2026-04-14\",,,,,,,1,0,1,0,0,0,0,0,#,,0",
                        "\"b\",\"2026-04-13\",\"FAILED\",\"ci\",false,2,1,1,1,0,1,0,0,0,0,0,#,\"2026-04-13T02:00:00Z\",0");
    }

    @Test
    void aProblemNamesItsPlaceAndWhatStoodThere() {
        Written written = Written.of(corpora.of(
                problem("b.ndjson", 10, "=1+1"),
                problem("b.ndjson", 9, "an \"error\""),
                problem("a.json", null, "nothing")));
        assertThat(written.text("problems.csv").lines())
                .containsExactly(
                        "file,line,pointer,kind,severity,record_id,expected,found,hint",
                        "\"a.json\",,\"/runs/3\",\"api_error\",\"warning\",,\"a run\",\"nothing\",\"\"",
                        "\"b.ndjson\",9,\"/runs/3\",\"api_error\",\"warning\",,\"a run\",\"an \"\"error\"\"\",\"\"",
                        "\"b.ndjson\",10,\"/runs/3\",\"api_error\",\"warning\",,\"a run\",\"'=1+1\",\"\"");
    }

    private static GivenSet.Figures bothPassed(String scenarioId) {
        return figures(scenarioId).counts(2, 2, 0).rate("1.0").flaky(false).confidence("medium");
    }
}
