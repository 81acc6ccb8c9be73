package dev.callsheet.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Batch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.source.CollectingSink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactingHistoryTest {

    private final List<Object> received = new ArrayList<>();
    private final RedactingSink redactor = new RedactingSink(new CollectingSink());
    private final RedactingHistory history = new RedactingHistory(new Received(received), redactor);

    @Test
    void failureModesAndProblemsAreRedactedAndCounted() {
        history.simulationSet(Canary.fill(SimulationSet.class));
        history.problem(Canary.fill(Problem.class));
        SimulationSet set = (SimulationSet) received.get(0);
        assertThat(set.perScenario().get(0).failureModes()).containsExactly("[email 1]");
        assertThat(((Problem) received.get(1)).found()).isEqualTo("[email 1]");
        assertThat(redactor.counts()).containsEntry("email", 3L);
    }

    @Test
    void whatIsRedactedStaysAsItIsAndIsCounted() {
        history.simulationSet(Canary.fill(SimulationSet.class));
        SimulationSet once = (SimulationSet) received.get(0);
        history.simulationSet(once);
        assertThat(received.get(1)).isEqualTo(once);
        assertThat(redactor.counts()).containsEntry("email", 2L);
    }

    @Test
    void everythingElseIsHandedOnUntouched() {
        List<Object> given =
                List.of(Canary.fill(RunFacts.class), Canary.fill(Batch.class), Canary.fill(Scenario.class));
        history.run((RunFacts) given.get(0));
        history.batch((Batch) given.get(1));
        history.scenario((Scenario) given.get(2));
        assertThat(received).isEqualTo(given);
    }

    private record Received(List<Object> records) implements HistorySink {
        @Override
        public void run(RunFacts run) {
            records.add(run);
        }

        @Override
        public void scenario(Scenario scenario) {
            records.add(scenario);
        }

        @Override
        public void batch(Batch batch) {
            records.add(batch);
        }

        @Override
        public void simulationSet(SimulationSet set) {
            records.add(set);
        }

        @Override
        public void sealedNight(SealedNight night) {
            records.add(night);
        }

        @Override
        public void problem(Problem problem) {
            records.add(problem);
        }
    }
}
