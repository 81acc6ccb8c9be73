package dev.callsheet.testing;

import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.Overall;
import dev.callsheet.model.SimulationSet.PerScenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulation set's document. */
public final class GivenSet implements Given {

    private final String id;
    private Place place;
    private String status = "PASSED";
    private @Nullable Integer simulationsPerScenario;
    private @Nullable Integer totalScenarios;
    private @Nullable Overall overall;
    private @Nullable Instant createdAt;
    private @Nullable Instant completedAt;
    private final List<PerScenario> scenarios = new ArrayList<>();

    GivenSet(String id) {
        this.id = id;
        place = Given.place("set-" + id + ".json");
    }

    public GivenSet in(String file) {
        place = Given.place(file);
        return this;
    }

    public GivenSet status(String word) {
        status = word;
        return this;
    }

    public GivenSet from(String instant) {
        createdAt = Instant.parse(instant);
        return this;
    }

    public GivenSet until(String instant) {
        completedAt = Instant.parse(instant);
        return this;
    }

    /** From the first to the last second of a day in UTC. */
    public GivenSet on(String day) {
        return from(day + "T00:00:00Z").until(day + "T23:59:59Z");
    }

    public GivenSet simulating(int scenarios, int timesEach) {
        totalScenarios = scenarios;
        simulationsPerScenario = timesEach;
        return this;
    }

    public GivenSet overall(String averagePassRate, int flaky, int reliable, int runs) {
        overall = new Overall(Given.score(averagePassRate), flaky, reliable, runs);
        return this;
    }

    public GivenSet with(Figures figures) {
        scenarios.add(figures.record(place));
        return this;
    }

    public SimulationSet record() {
        return new SimulationSet(
                place, id, status, simulationsPerScenario, totalScenarios, scenarios, overall, createdAt, completedAt);
    }

    @Override
    public void to(RecordSink sink) {
        sink.simulationSet(record());
    }

    /** The API's figures for a scenario; none given unless said. */
    public static Figures figures(String scenarioId) {
        return new Figures(scenarioId);
    }

    /** The API's figures for one scenario of a set. */
    public static final class Figures {

        private final String scenarioId;
        private @Nullable String name;
        private @Nullable Integer total;
        private @Nullable Integer passed;
        private @Nullable Integer failed;
        private @Nullable Score rate;
        private @Nullable Boolean flaky;
        private @Nullable Score mean;
        private @Nullable Score median;
        private @Nullable Score stddev;
        private @Nullable Score min;
        private @Nullable Score max;
        private @Nullable String worst;
        private List<String> failureModes = List.of();
        private @Nullable String confidence;

        private Figures(String scenarioId) {
            this.scenarioId = scenarioId;
        }

        public Figures named(@Nullable String text) {
            name = text;
            return this;
        }

        public Figures counts(int runs, int passing, int failing) {
            total = runs;
            passed = passing;
            failed = failing;
            return this;
        }

        public Figures rate(String decimal) {
            rate = Given.score(decimal);
            return this;
        }

        public Figures flaky(boolean mixed) {
            flaky = mixed;
            return this;
        }

        /** Mean, median, standard deviation, minimum, maximum. */
        public Figures scores(String average, String middle, String sd, String least, String most) {
            mean = Given.score(average);
            median = Given.score(middle);
            min = Given.score(least);
            max = Given.score(most);
            return stddev(sd);
        }

        public Figures stddev(String decimal) {
            stddev = Given.score(decimal);
            return this;
        }

        public Figures worst(String runId) {
            worst = runId;
            return this;
        }

        public Figures failureModes(String... texts) {
            failureModes = List.of(texts);
            return this;
        }

        public Figures confidence(String word) {
            confidence = word;
            return this;
        }

        private PerScenario record(Place place) {
            return new PerScenario(
                    place.at("statistics").at("per_scenario").at(scenarioId),
                    scenarioId,
                    name,
                    total,
                    passed,
                    failed,
                    rate,
                    flaky,
                    mean,
                    median,
                    stddev,
                    min,
                    max,
                    worst,
                    failureModes,
                    confidence);
        }
    }
}
