package dev.callsheet.metrics;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.model.AssertionResult.Verdict.UNKNOWN;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.Variables.Extracted;
import dev.callsheet.metrics.Variables.Numbers;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the agent extracted (metrics.md 7.5). */
class VariablesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void missingIsNotEmptyAndNeitherIsNull() {
        Numbers day = variables(
                        run("1").variable("day", "Tuesday"),
                        run("2").variable("day", ""),
                        run("3").variable("day", "null"),
                        run("4").says("Hello!"),
                        run("5").says("Hello!").failed())
                .byName()
                .get(0);
        assertThat(day.passed()).isEqualTo(new Extracted(1, 1, 1, 1));
        assertThat(day.failed()).isEqualTo(new Extracted(0, 0, 0, 1));
        assertThat(day.values()).containsExactly(Map.entry("Tuesday", 1L));
    }

    @Test
    void whatFailedRunsLackIsClearlyRarerInThemWithEnoughRuns() {
        GivenRun[] runs = new GivenRun[20];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = run("r" + i).variable("name", "Ada");
            if (i < 8) {
                runs[i].failed();
            } else {
                runs[i].variable("day", "Tuesday");
            }
        }
        List<Numbers> byName = variables(runs).byName();
        assertThat(byName.get(0).association().clear()).isTrue();
        assertThat(byName.get(0).association().q())
                .isEqualTo(2 * byName.get(0).association().p());
        assertThat(byName.get(1).association()).isEqualTo(new Variables.Association(1, 1, false));
    }

    @Test
    void withoutFailedRunsNothingIsAssociated() {
        assertThat(variables(run("1").variable("day", "Tuesday"), run("2").says("Hello!"))
                        .byName()
                        .get(0)
                        .association()
                        .p())
                .isEqualTo(1);
    }

    @Test
    void aValueIsWrongWhereTheCheckOfItFailed() {
        List<Numbers> byName = variables(
                        run("1").variable("day", "Monday").check(equalsDay("variable_equals"), FAILED),
                        run("2").variable("day", "Monday").check(equalsDay("VARIABLE_EQUALS"), FAILED),
                        run("3").variable("day", "Tuesday").check(equalsDay("variable_equals"), PASSED),
                        run("4").says("Hello!").check(equalsDay("variable_equals"), FAILED),
                        run("5").variable("day", "Sunday").check(equalsDay("variable_equals"), UNKNOWN),
                        run("6").variable("day", "Sunday").check(equalsDay("contains"), FAILED))
                .byName();
        assertThat(byName).hasSize(1);
        assertThat(byName.get(0).wrong()).isEqualTo(Rate.of(3, 4));
        assertThat(byName.get(0).wrongValues()).containsExactly(Map.entry("Monday", 2L));
    }

    @Test
    void aVariableThatOnlyAnAssertionNamesIsMissingInEveryRun() {
        Numbers day = variables(run("1").says("Hello!").check(equalsDay("variable_equals"), FAILED))
                .byName()
                .get(0);
        assertThat(day.passed()).isEqualTo(new Extracted(0, 0, 0, 1));
        assertThat(day.wrong()).isEqualTo(Rate.of(1, 1));
        assertThat(day.wrongValues()).isEmpty();
    }

    private static AssertionKey equalsDay(String type) {
        return new AssertionKey(null, type, "variables_extracted", "day", "Tuesday");
    }

    private Variables variables(GivenRun... runs) {
        Corpus corpus = corpora.of(runs);
        return Variables.of(corpus.runs(), corpus::text, Rules.DEFAULT);
    }
}
