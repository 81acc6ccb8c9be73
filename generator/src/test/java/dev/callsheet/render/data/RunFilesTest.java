package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.problem;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilesTest {

    private static final AssertionKey GREETS = new AssertionKey("a-1", "contains", "transcript", null, "Hello");
    private static final AssertionKey NAMELESS = new AssertionKey(null, null, null, "slot", "-5");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void runsHaveThePromisedColumns() {
        assertThat(Written.of(corpora.of()).text("runs.csv"))
                .isEqualTo("night,run_id,scenario_id,scenario_name,batch_id,pathway_id,persona_id,status,overall_score,"
                        + "turn_count,duration_ms,created_at,overall_tone_score,naturalness,conciseness,empathy,"
                        + "flow_preservation,back_channeling,topic_transitions,assertions_passed,assertions_failed,"
                        + "error_message\r\n");
    }

    @Test
    void assertionsHaveThePromisedColumns() {
        assertThat(Written.of(corpora.of()).text("assertions.csv"))
                .isEqualTo("run_id,scenario_id,assertion_id,type,target,field,expected,passed,score,reasoning\r\n");
    }

    @Test
    void aRowHoldsWhatIsKnownOfARun() {
        Written written = Written.of(corpora.of(
                scenario("s").named("Book a cleaning"),
                run("r").at("2026-04-14T02:00:00Z")
                        .failed()
                        .batch("b")
                        .score("0.870")
                        .turns(12)
                        .lasting(61_500)
                        .tone(ToneDimension.OVERALL, "0.5")
                        .tone(ToneDimension.EMPATHY, "1.0")
                        .check(GREETS, Verdict.PASSED)
                        .check(NAMELESS, Verdict.UNKNOWN)
                        .error("line dropped")));
        assertThat(written.text("runs.csv").lines().skip(1))
                .containsExactly("\"2026-04-14\",\"r\",\"s\",\"Book a cleaning\",\"b\",,,\"FAILED\",0.87,12,61500,"
                        + "\"2026-04-14T02:00:00Z\",0.5,,,1,,,,1,0,\"line dropped\"");
    }

    @Test
    void whatIsNotKnownOfARunIsAnEmptyCellAndNotAZero() {
        Written written = Written.of(corpora.of(run("r").status("ON_HOLD")));
        assertThat(written.text("runs.csv").lines().skip(1))
                .containsExactly(",\"r\",\"s\",\"s\",,,,\"ON_HOLD\",,,,,,,,,,,,,,");
    }

    @Test
    void anUndatedRunBelongsToTheNightOfItsBatch() {
        Written written = Written.of(corpora.of(batch("b").at("2026-04-13T05:00:00Z"), run("r").batch("b")));
        CSVRecord row = written.rows("runs.csv").get(0);
        assertThat(row.get("night")).isEqualTo("2026-04-13");
        assertThat(row.get("created_at")).isEmpty();
    }

    @Test
    void runsAreSortedByScenarioTimeAndId() {
        Written written = Written.of(corpora.of(
                run("1").of("t").at("2026-04-14"),
                run("2"),
                run("4").at("2026-04-14"),
                run("3").at("2026-04-14"),
                run("5").at("2026-04-13")));
        assertThat(written.column("runs.csv", "run_id")).containsExactly("5", "3", "4", "2", "1");
    }

    @Test
    void eachAssertionHasItsVerdictAndTheReasonGivenForIt() {
        Written written = Written.of(corpora.of(run("r").failed()
                .check(GREETS, Verdict.FAILED, "No greeting.")
                .check(GREETS, Verdict.PASSED)
                .check(NAMELESS, Verdict.UNKNOWN, "Cannot tell.")));
        assertThat(written.text("assertions.csv").lines().skip(1))
                .containsExactly(
                        "\"r\",\"s\",\"a-1\",\"contains\",\"transcript\",,\"Hello\",false,,\"No greeting.\"",
                        "\"r\",\"s\",\"a-1\",\"contains\",\"transcript\",,\"Hello\",true,,",
                        "\"r\",\"s\",,,,\"slot\",\"-5\",,,\"Cannot tell.\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said \"no\", twice",
                "a,b;c",
                "one\r\ntwo\nthree\rfour",
                " spaces ",
                "\\",
                "ünï 😀 İı",
                "<script>alert(1)</script>"
            })
    void hostileTextReadsBackAsItWas(String text) {
        Written written = Written.of(corpora.of(run(text)
                .of(text)
                .named(text)
                .failed()
                .check(new AssertionKey(text, text, text, text, text), Verdict.FAILED, text)
                .error(text)));
        CSVRecord run = written.rows("runs.csv").get(0);
        assertThat(List.of(
                        run.get("run_id"), run.get("scenario_id"), run.get("scenario_name"), run.get("error_message")))
                .containsOnly(text);
        Map<String, String> assertion = written.rows("assertions.csv").get(0).toMap();
        assertion.keySet().removeAll(List.of("passed", "score"));
        assertThat(assertion.values()).containsOnly(text);
    }

    @Test
    void noTextReachesASpreadsheetAsAFormula() {
        String formula = "=HYPERLINK(\"https://example.com\")";
        Written written = Written.of(corpora.of(
                problem(formula, null, formula),
                run(formula)
                        .of(formula)
                        .status(formula)
                        .batch(formula)
                        .check(new AssertionKey(formula, formula, formula, formula, formula), Verdict.FAILED, formula)
                        .error(formula)));
        for (String file : List.of("runs.csv", "assertions.csv", "scenarios.csv", "batches.csv", "problems.csv")) {
            assertThat(written.rows(file))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.toList()).noneMatch(cell -> cell.startsWith("=")));
        }
        assertThat(written.rows("runs.csv").get(0).get("status")).isEqualTo("'" + formula);
    }
}
