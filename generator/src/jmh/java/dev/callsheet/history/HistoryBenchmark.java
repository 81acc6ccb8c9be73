package dev.callsheet.history;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SimulationSet;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading and writing the history of 400 nights × 200 scenarios × 5 runs. A report reads it once in its JVM, so what
 * counts is the first time.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class HistoryBenchmark {

    private static final int NIGHTS = 400;
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final Keep KEEP = new Keep("main", ZoneOffset.UTC, LocalTime.MIDNIGHT, false, NIGHTS, 40_000_000);

    private final List<RawFile> files = new ArrayList<>();
    private List<CorpusRun> lastNight = List.of();

    /** Writes every night, and says how large they are. */
    @Setup
    public void writeNights() {
        Suite suite = new Suite(1, 200);
        long bytes = 0;
        for (int night = 0; night < NIGHTS; night++) {
            LocalDate day = FIRST.plusDays(night);
            lastNight = suite.night(day, 5).stream()
                    .map(facts -> new CorpusRun(facts, List.of(), -1, false))
                    .toList();
            Kept file = WriterV1.runs(KEEP, day, List.of(), lastNight);
            files.add(new RawFile(file.name(), file.name(), file.content()));
            bytes += file.content().length;
        }
        System.out.println(bytes + " bytes");
    }

    /** All nights. */
    @Benchmark
    public Object read() {
        Runs runs = new Runs();
        HistoryReader.read(files, KEEP.stream(), runs);
        return runs;
    }

    /** One night. */
    @Benchmark
    public Object write() {
        return WriterV1.runs(KEEP, FIRST, List.of(), lastNight);
    }

    /** Holds what is read, as a corpus does. */
    private static final class Runs implements HistorySink {

        private final List<RunFacts> runs = new ArrayList<>();

        @Override
        public void run(RunFacts run) {
            runs.add(run);
        }

        @Override
        public void scenario(Scenario scenario) {}

        @Override
        public void batch(Batch batch) {}

        @Override
        public void simulationSet(SimulationSet set) {}

        @Override
        public void sealedNight(SealedNight night) {}

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
