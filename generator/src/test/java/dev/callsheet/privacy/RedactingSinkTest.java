package dev.callsheet.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import dev.callsheet.model.Turn;
import dev.callsheet.model.Variable;
import dev.callsheet.testing.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactingSinkTest {

    private final List<Object> received = new ArrayList<>();
    private final RedactingSink sink = new RedactingSink(new Collector());

    @Test
    void noTextOfARunSurvives() {
        Run run = Canary.fill(Run.class);
        sink.run(run);

        assertThat(Canary.stringsOf(run.text())).hasSizeGreaterThan(8).allMatch(Canary.TEXT::equals);
        Run redacted = (Run) received.get(0);
        assertThat(Canary.stringsOf(redacted.text()))
                .hasSameSizeAs(Canary.stringsOf(run.text()))
                .containsOnly("[email 1]");
        assertThat(redacted.facts()).isSameAs(run.facts());
    }

    @Test
    void descriptionAndPromptOfAScenarioAreRedactedAndNothingElse() {
        Scenario scenario = Canary.fill(Scenario.class);
        sink.scenario(scenario);

        Scenario redacted = (Scenario) received.get(0);
        assertThat(redacted.description()).isEqualTo("[email 1]");
        assertThat(redacted.testerPrompt()).isEqualTo("[email 1]");
        assertThat(redacted)
                .usingRecursiveComparison()
                .ignoringFields("description", "testerPrompt")
                .isEqualTo(scenario);
    }

    @Test
    void failureModesOfASetAreRedactedAndNothingElse() {
        SimulationSet set = Canary.fill(SimulationSet.class);
        sink.simulationSet(set);

        SimulationSet redacted = (SimulationSet) received.get(0);
        assertThat(redacted.perScenario().get(0).failureModes()).containsExactly("[email 1]");
        assertThat(redacted)
                .usingRecursiveComparison()
                .ignoringFields("perScenario.failureModes")
                .isEqualTo(set);
    }

    @Test
    void whySomethingWasNotFetchedIsRedactedAndNothingElse() {
        Fetch fetch = Given.fetch()
                .runs(1, 3)
                .missing(Fetch.Kind.RUN, "ann@example.com", "refused for bob@example.com")
                .missing(Fetch.Kind.RUN, "r2", null)
                .missing(Fetch.Kind.RUN, "r3", "refused for carol@example.com")
                .fetch();
        sink.fetch(fetch);

        Fetch redacted = (Fetch) received.get(0);
        assertThat(redacted.missing())
                .extracting(Fetch.Missing::why)
                .containsExactly("refused for [email 1]", null, "refused for [email 1]");
        assertThat(redacted).isEqualTo(fetch.with(redacted.missing()));
        assertThat(redacted.missing()).extracting(Fetch.Missing::id).containsExactly("ann@example.com", "r2", "r3");
        assertThat(sink.counts()).containsEntry("email", 2L);
    }

    @Test
    void whatAProblemFoundAndItsHintAreRedactedAndNothingElse() {
        Problem problem = Canary.fill(Problem.class);
        sink.problem(problem);

        Problem redacted = (Problem) received.get(0);
        assertThat(redacted.found()).isEqualTo("[email 1]");
        assertThat(redacted.hint()).isEqualTo("[email 1]");
        assertThat(redacted)
                .usingRecursiveComparison()
                .ignoringFields("found", "hint")
                .isEqualTo(problem);
    }

    @Test
    void batchesAndListsPassAsTheyAre() {
        Batch batch = Canary.fill(Batch.class);
        RunList list = Canary.fill(RunList.class);
        sink.batch(batch);
        sink.runList(list);
        assertThat(received)
                .satisfiesExactly(
                        r -> assertThat(r).isSameAs(batch), r -> assertThat(r).isSameAs(list));
    }

    @Test
    void recordsWithNothingToRedactAreTheSameInstance() {
        Run run = new Run(
                Canary.fill(Run.class).facts(),
                new RunText(
                        List.of(new Turn("user", "Hello")),
                        List.of(new Variable("date", "2026-04-21")),
                        null,
                        Arrays.asList("fine", null),
                        List.of(),
                        List.of()));
        sink.run(run);
        assertThat(received.get(0)).isSameAs(run);
        assertThat(sink.counts()).isEqualTo(Map.of("card", 0L, "email", 0L, "key", 0L, "phone", 0L));
    }

    @Test
    void numbersFollowTheFieldsOfARunAndStartAnewWithTheNext() {
        RunText text = new RunText(
                List.of(new Turn("user", "I am a@example.com"), new Turn(null, "b@example.com, a@example.com")),
                List.of(new Variable("mail", "c@example.com")),
                "d@example.com",
                Arrays.asList(null, "e@example.com"),
                List.of(new ToneIssue(null, "f@example.com")),
                List.of(new ToneExample(1, null, "g@example.com", null)));
        Run run = new Run(Canary.fill(Run.class).facts(), text);
        sink.run(run);
        sink.run(run);

        RunText redacted = new RunText(
                List.of(new Turn("user", "I am [email 1]"), new Turn(null, "[email 2], [email 1]")),
                List.of(new Variable("mail", "[email 3]")),
                "[email 4]",
                Arrays.asList(null, "[email 5]"),
                List.of(new ToneIssue(null, "[email 6]")),
                List.of(new ToneExample(1, null, "[email 7]", null)));
        assertThat(received).containsExactly(new Run(run.facts(), redacted), new Run(run.facts(), redacted));
        assertThat(sink.counts()).containsEntry("email", 16L).containsEntry("phone", 0L);
    }

    private final class Collector implements RecordSink {

        @Override
        public void run(Run run) {
            received.add(run);
        }

        @Override
        public void scenario(Scenario scenario) {
            received.add(scenario);
        }

        @Override
        public void batch(Batch batch) {
            received.add(batch);
        }

        @Override
        public void simulationSet(SimulationSet set) {
            received.add(set);
        }

        @Override
        public void runList(RunList list) {
            received.add(list);
        }

        @Override
        public void fetch(Fetch fetch) {
            received.add(fetch);
        }

        @Override
        public void problem(Problem problem) {
            received.add(problem);
        }
    }
}
