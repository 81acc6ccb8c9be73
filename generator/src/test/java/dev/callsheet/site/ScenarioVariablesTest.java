package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Variables;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScenarioVariablesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aMissingVariableIsNotAnEmptyOne() {
        Variables variables = variables(
                run("1").variable("day", "Tuesday"),
                run("2").variable("day", ""),
                run("3").says("Hello!"),
                run("4").failed().variable("hour", "10"));
        assertThat(variables.passed()).isEqualTo(3);
        assertThat(variables.failed()).isEqualTo(1);
        assertThat(rows(variables))
                .containsExactly(
                        List.of("day", "1/3", "0/1", "cannot tell", "1.0", "1", "0", "2", "1", "“Tuesday” in 1"),
                        List.of("hour", "0/3", "1/1", "cannot tell", "0.50", "0", "0", "3", "1", "“10” in 1"));
    }

    @Test
    void runsOfWhichNoCallIsKnownSayNothing() {
        Variables variables = variables(run("1").variable("day", "Tuesday"), run("2"), run("3").failed());
        assertThat(rows(variables))
                .containsExactly(
                        List.of("day", "1/1", "–", "not comparable", "1.0", "0", "0", "0", "1", "“Tuesday” in 1"));
    }

    @Test
    void onlyRunsWithAResultCount() {
        assertThat(variables(run("1").errored().variable("day", "Tuesday")).byName())
                .isEmpty();
    }

    @Test
    void theThreeMostFrequentValuesAreShownTheLongOnesCut() {
        String longOne = "x".repeat(61);
        Variables variables = variables(
                run("1").variable("day", "d"),
                run("2").variable("day", "c"),
                run("3").variable("day", longOne),
                run("4").variable("day", longOne),
                run("5").variable("day", "b"));
        assertThat(rows(variables))
                .containsExactly(List.of(
                        "day",
                        "5/5",
                        "–",
                        "not comparable",
                        "1.0",
                        "0",
                        "0",
                        "0",
                        "4",
                        "“" + "x".repeat(59) + "…” in 2, “b” in 1, “c” in 1, …"));
    }

    @Test
    void aVariableNamedTwiceInARunCountsOnce() {
        assertThat(rows(variables(run("1").variable("day", "a").variable("day", "b"))))
                .containsExactly(List.of("day", "1/1", "–", "not comparable", "1.0", "0", "0", "0", "1", "“a” in 1"));
    }

    @Test
    void noMoreRunsAreReadThanTheNewest() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < ScenarioVariables.MOST_RUNS + 20; i++) {
            runs.add(run("r" + i).variable("day", "Tuesday"));
        }
        Corpus corpus = corpora.of(runs);
        List<CorpusRun> read = new ArrayList<>();
        ScenarioVariables.of(
                corpus.runs(),
                run -> {
                    read.add(run);
                    return corpus.text(run);
                },
                Rules.DEFAULT);
        assertThat(read).isEqualTo(corpus.runs().subList(0, ScenarioVariables.MOST_RUNS));
    }

    @Test
    void countlessVariablesAreCutAndSaidToBe() {
        GivenRun run = run("1");
        for (int i = 100; i < 200; i++) {
            run.variable("name" + i, "x");
        }
        Section section = section(variables(run));
        assertThat(section.table().rows()).hasSize(60);
        assertThat(section.note()).endsWith("the newest run; the first 60 of 100 by name");
    }

    @Test
    void wrongValuesAreShownWhereAValueIsChecked() {
        AssertionKey key = new AssertionKey(null, "variable_equals", null, "day", "Tuesday");
        Variables variables =
                variables(run("1").failed().variable("day", "").check(key, AssertionResult.Verdict.FAILED));
        assertThat(Pages.heads(section(variables).table())).endsWith("Wrong", "When wrong");
        assertThat(rows(variables).get(0)).endsWith("1/1", "an empty text in 1");
    }

    @Test
    void whatSurelyDiffersIsCalledRarerOrMoreFrequent() {
        GivenRun[] runs = new GivenRun[20];
        for (int i = 0; i < runs.length; i++) {
            boolean fails = i < 8;
            runs[i] = run("r" + i).variable(fails ? "error" : "day", "x");
            if (fails) {
                runs[i].failed();
            }
        }
        assertThat(rows(variables(runs)))
                .extracting(row -> row.get(0) + " " + row.get(3))
                .containsExactly("day clearly rarer", "error clearly more frequent");
    }

    private Section section(Variables variables) {
        return ScenarioVariables.section(Pages.of(corpora.of()).at(SitePaths.scenario("s")), variables);
    }

    private List<List<String>> rows(Variables variables) {
        return Pages.texts(section(variables).table());
    }

    private Variables variables(GivenRun... runs) {
        Corpus corpus = corpora.of(runs);
        return ScenarioVariables.of(corpus.runs(), corpus::text, Rules.DEFAULT);
    }
}
