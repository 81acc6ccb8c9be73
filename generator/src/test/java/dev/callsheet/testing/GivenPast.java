package dev.callsheet.testing;

import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Score;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records as an earlier report would have kept them: runs by a key and without text, or as tallies of nights by UTC. */
public final class GivenPast implements Given {

    private static final String FILE = "data/history/main.ndjson.gz";

    private final Given record;
    private final boolean sealed;

    GivenPast(Given record, boolean sealed) {
        this.record = record;
        this.sealed = sealed;
    }

    @Override
    public void to(RecordSink sink) {
        if (!(sink instanceof CorpusBuilder builder)) {
            throw new IllegalArgumentException("only a corpus has a past");
        }
        Keeper keeper = new Keeper(builder.past(), sealed);
        record.to(keeper);
        keeper.seal();
    }

    /** Writes records as they are found in the files of an earlier report. */
    public static RecordSink into(HistorySink past) {
        return new Keeper(past, false);
    }

    private static final class Keeper implements RecordSink {

        private final HistorySink past;
        private final boolean sealed;
        private final List<RunFacts> runs = new ArrayList<>();

        Keeper(HistorySink past, boolean sealed) {
            this.past = past;
            this.sealed = sealed;
        }

        @Override
        public void run(Run run) {
            if (sealed) {
                runs.add(run.facts());
            } else {
                past.run(Given.moved(run.facts(), Given.place(FILE))
                        .withId(RunKey.of(run.facts().id())));
            }
        }

        @Override
        public void scenario(Scenario scenario) {
            past.scenario(scenario);
        }

        @Override
        public void batch(Batch batch) {
            past.batch(new Batch(
                    Given.place(FILE),
                    batch.id(),
                    batch.status(),
                    batch.totalScenarios(),
                    batch.passedScenarios(),
                    batch.failedScenarios(),
                    batch.triggerSource(),
                    batch.publishOnPass(),
                    batch.createdAt(),
                    List.of()));
        }

        @Override
        public void simulationSet(SimulationSet set) {
            past.simulationSet(set);
        }

        @Override
        public void runList(RunList list) {}

        @Override
        public void fetch(Fetch fetch) {}

        @Override
        public void problem(Problem problem) {
            past.problem(problem);
        }

        /** A tally for each scenario, batch, version and name of a night. */
        void seal() {
            SortedMap<LocalDate, Map<List<@Nullable String>, List<RunFacts>>> nights = new TreeMap<>();
            for (RunFacts run : runs) {
                LocalDate night = Objects.requireNonNull(run.createdAt())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
                List<@Nullable String> together = new ArrayList<>();
                Stream.of(run.scenarioId(), run.scenarioName(), run.batchId(), run.version())
                        .forEach(together::add);
                nights.computeIfAbsent(night, key -> new LinkedHashMap<>())
                        .computeIfAbsent(together, key -> new ArrayList<>())
                        .add(run);
            }
            nights.forEach((night, tallies) -> past.sealedNight(new SealedNight(
                    Given.place("data/history/main-" + night + ".ndjson.gz"),
                    night,
                    tallies.values().stream().map(Keeper::tally).toList())));
        }

        private static SealedRuns tally(List<RunFacts> runs) {
            RunFacts first = runs.get(0);
            Map<ToneDimension, SealedRuns.Sum> tone = new EnumMap<>(ToneDimension.class);
            for (ToneDimension dimension : ToneDimension.values()) {
                long[] scores = runs.stream()
                        .filter(run -> run.status().isValid())
                        .map(run -> run.tone().get(dimension))
                        .filter(Objects::nonNull)
                        .mapToLong(Score::billionths)
                        .toArray();
                if (scores.length > 0) {
                    tone.put(
                            dimension,
                            new SealedRuns.Sum(
                                    scores.length, Arrays.stream(scores).sum()));
                }
            }
            return new SealedRuns(
                    first.scenarioId(),
                    first.scenarioName(),
                    first.pathwayId(),
                    first.personaId(),
                    first.batchId(),
                    first.version(),
                    count(runs, RunStatus.PASSED),
                    count(runs, RunStatus.FAILED),
                    count(runs, RunStatus.ERROR),
                    count(runs, RunStatus.CANCELLED),
                    count(runs, RunStatus.PENDING) + count(runs, RunStatus.RUNNING),
                    count(runs, RunStatus.UNKNOWN),
                    runs.stream()
                            .filter(run -> run.status().isValid() && run.tone().isScored())
                            .count(),
                    tone);
        }

        private static long count(List<RunFacts> runs, RunStatus status) {
            return runs.stream().filter(run -> run.status() == status).count();
        }
    }
}
