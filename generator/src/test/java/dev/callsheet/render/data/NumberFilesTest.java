package dev.callsheet.render.data;

import static dev.callsheet.testing.TestDocuments.batch;
import static dev.callsheet.testing.TestDocuments.claim;
import static dev.callsheet.testing.TestDocuments.problem;
import static dev.callsheet.testing.TestDocuments.scenario;
import static dev.callsheet.testing.TestDocuments.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.model.RecordSink;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.TestRun;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scenarios.csv | scenario_id,scenario_name,category,required,state,event,headline,n,passed,failed,error,\
            cancelled,rate,wilson_low,wilson_high,pass_hat_2,pass_hat_3,pass_hat_5,flip_rate,mean_overall_score,\
            mean_overall_tone_score
            nights.csv | night,runs,passed,failed,error,cancelled,rate,wilson_low,wilson_high,flaky,regressed,broken,\
            mean_overall_tone_score
            simulation_sets.csv | set_id,scenario_id,scenario_name,api_total_runs,api_passed,api_pass_rate,\
            api_is_flaky,api_confidence,computed_n,computed_passed,computed_rate,computed_mixed,disagreement
            """)
    void filesHaveThePromisedColumns(String file, String header) {
        assertThat(Written.of(sink -> {}).text(file)).isEqualTo(header + "\r\n");
    }

    @Test
    void aScenarioHasItsFiguresOverTheWindow() {
        Written written = Written.of(sink -> {
            sink.scenario(scenario("s", "Book a cleaning"));
            sink.run(TestRun.of("1", "s", "PASSED")
                    .score("0.9")
                    .tone(ToneDimension.OVERALL, "0.5")
                    .run());
            sink.run(TestRun.of("2", "s", "FAILED").score("0.6").run());
            sink.run(TestRun.of("3", "s", "PASSED").run());
            sink.run(TestRun.of("4", "s", "ERROR").run());
        });
        CSVRecord row = written.rows("scenarios.csv").get(0);
        assertThat(row.toList().subList(0, 12))
                .containsExactly("s", "Book a cleaning", "booking", "true", "", "", "", "3", "2", "1", "1", "0");
        assertThat(row.get("rate")).isEqualTo("0.6666666666666666");
        assertThat(Double.parseDouble(row.get("wilson_low"))).isCloseTo(0.2077, within(5e-5));
        assertThat(Double.parseDouble(row.get("wilson_high"))).isCloseTo(0.9385, within(5e-5));
        assertThat(row.toList().subList(15, 21)).containsExactly("0.3333333333333333", "0", "", "1", "0.75", "0.5");
    }

    @Test
    void aScenarioThatNeverRanHasEmptyRates() {
        Written written = Written.of(sink -> sink.scenario(scenario("s", "Book a cleaning")));
        assertThat(written.text("scenarios.csv").lines().skip(1))
                .containsExactly("\"s\",\"Book a cleaning\",\"booking\",true,,,,0,0,0,0,0,,,,,,,,,");
    }

    @Test
    void scenariosAreSortedByIdAndNotByName() {
        Written written = Written.of(sink -> {
            sink.scenario(scenario("2", "A"));
            sink.scenario(scenario("1", "B"));
        });
        assertThat(written.column("scenarios.csv", "scenario_id")).containsExactly("1", "2");
    }

    @Test
    void aNightCountsEveryRunOfIt() {
        Written written = Written.of(sink -> {
            sink.run(TestRun.of("1", "s", "PASSED").run());
            sink.run(TestRun.of("2", "s", "RUNNING").run());
            sink.run(TestRun.of("3", "s", "CANCELLED").run());
            sink.run(TestRun.of("4", "s", "ERROR").at("2026-04-13T00:00:00Z").run());
        });
        assertThat(written.column("nights.csv", "night")).containsExactly("2026-04-13", "2026-04-14");
        assertThat(written.text("nights.csv").lines().skip(1).findFirst()).contains("\"2026-04-13\",1,0,0,1,0,,,,,,,");
        assertThat(written.rows("nights.csv").get(1).toList().subList(0, 7))
                .containsExactly("2026-04-14", "3", "1", "0", "0", "1", "1");
    }

    @Test
    void theFiguresOfASetStandBesideOursAndDifferencesAreNamed() {
        Written written = Written.of(sink -> {
            twoRuns(sink, "s", "PASSED", "FAILED");
            twoRuns(sink, "t", "PASSED", "PASSED");
            sink.simulationSet(set("set", "2026-04-14", claim("t", 2, 2, "1.0"), claim("s", 2, 2, "1.0")));
            sink.simulationSet(set("older", "2026-04-13", claim("s", 2, 1, "0.5")));
        });
        assertThat(written.text("simulation_sets.csv").lines().skip(1))
                .containsExactly(
                        "\"older\",\"s\",\"s\",2,1,0.5,true,\"medium\",0,0,,,",
                        "\"set\",\"s\",\"s\",2,2,1,false,\"medium\",2,1,0.5,true,\"passed failed pass_rate is_flaky\"",
                        "\"set\",\"t\",\"t\",2,2,1,false,\"medium\",2,2,1,false,");
    }

    @Test
    void aBatchHasItsOwnCountsBeforeOurs() {
        Written written = Written.of(sink -> {
            sink.batch(batch("b", "2026-04-13T02:00:00Z"));
            sink.run(TestRun.of("1", "s", "FAILED").in("b").run());
            sink.run(TestRun.of("2", "s", "FAILED").in("a").run());
        });
        assertThat(written.text("batches.csv").lines().skip(1).map(row -> row.replaceAll("0[.][0-9]{4,}", "#")))
                .containsExactly(
                        "\"a\",\"2026-04-14\",,,,,,,1,0,1,0,0,0,0,0,#,",
                        "\"b\",\"2026-04-13\",\"FAILED\",\"ci\",false,2,1,1,1,0,1,0,0,0,0,0,#,\"2026-04-13T02:00:00Z\"");
    }

    @Test
    void aProblemNamesItsPlaceAndWhatStoodThere() {
        Written written = Written.of(sink -> {
            sink.problem(problem("b.ndjson", 10, "=1+1"));
            sink.problem(problem("b.ndjson", 9, "an \"error\""));
            sink.problem(problem("a.json", null, "nothing"));
        });
        assertThat(written.text("problems.csv").lines())
                .containsExactly(
                        "file,line,pointer,kind,severity,record_id,expected,found,hint",
                        "\"a.json\",,\"/runs/3\",\"api_error\",\"warning\",,\"a run\",\"nothing\",\"\"",
                        "\"b.ndjson\",9,\"/runs/3\",\"api_error\",\"warning\",,\"a run\",\"an \"\"error\"\"\",\"\"",
                        "\"b.ndjson\",10,\"/runs/3\",\"api_error\",\"warning\",,\"a run\",\"'=1+1\",\"\"");
    }

    private static void twoRuns(RecordSink sink, String scenarioId, String... statuses) {
        for (int i = 0; i < statuses.length; i++) {
            sink.run(TestRun.of(scenarioId + i, scenarioId, statuses[i]).run());
        }
    }
}
