package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Deciding a whole suite, from counts of nights. A report is made once in its JVM, so what counts is the first time, with
 * nothing compiled yet.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class DecisionBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** Scenarios × nights × runs a night. */
    @Param({"500x60x5", "500x60x20", "2000x400x5"})
    private String size = "";

    private SortedMap<String, List<NightOutcomes>> suite = new TreeMap<>();
    private int nights;

    /** Most scenarios are steady, a tenth always fails, another tenth changed on some night. */
    @Setup
    public void drawSuite() {
        String[] numbers = size.split("x", -1);
        int scenarios = Integer.parseInt(numbers[0]);
        nights = Integer.parseInt(numbers[1]);
        int runs = Integer.parseInt(numbers[2]);
        SplittableRandom random = new SplittableRandom(1);
        suite = new TreeMap<>();
        for (int scenario = 0; scenario < scenarios; scenario++) {
            int kind = scenario % 10;
            double before = kind < 5 ? 0.995 : kind < 7 ? 0.95 : kind == 7 ? 0.8 : kind == 8 ? 0.02 : 0.99;
            double after = kind == 9 ? 0.3 : before;
            int change = random.nextInt(nights);
            List<NightOutcomes> outcomes = new ArrayList<>();
            for (int night = 0; night < nights; night++) {
                outcomes.add(night(random, night, runs, night < change ? before : after));
            }
            suite.put("scenario " + scenario, Collections.unmodifiableList(outcomes));
        }
    }

    /** As of tonight. */
    @Benchmark
    public Object decide() {
        return DecisionProcedure.decide(suite, Rules.DEFAULT);
    }

    /** And how many more runs would settle each scenario. */
    @Benchmark
    public Object decideWithRunsToDecide() {
        RunsToDecide runsToDecide = new RunsToDecide(Rules.DEFAULT);
        long more = 0;
        for (Decision decision : DecisionProcedure.decide(suite, Rules.DEFAULT).values()) {
            Long runs = runsToDecide.of(decision);
            more += runs == null ? 0 : runs;
        }
        return more;
    }

    /** As of every night of the window: what the labels of the nights need. */
    @Benchmark
    public Object decideEveryNight() {
        List<NightLabels> labels = new ArrayList<>();
        for (int end = Math.max(0, nights - Rules.DEFAULT.windowNights()) + 1; end <= nights; end++) {
            SortedMap<String, List<NightOutcomes>> upTo = new TreeMap<>();
            for (var scenario : suite.entrySet()) {
                upTo.put(scenario.getKey(), scenario.getValue().subList(0, end));
            }
            labels.add(
                    NightLabels.of(DecisionProcedure.decide(upTo, Rules.DEFAULT).values()));
        }
        return labels;
    }

    private static NightOutcomes night(SplittableRandom random, int night, int runs, double rate) {
        int passed = 0;
        for (int run = 0; run < runs; run++) {
            passed += random.nextDouble() < rate ? 1 : 0;
        }
        return new NightOutcomes(FIRST.plusDays(night), passed, runs - passed, 0, passed > 0 && passed < runs);
    }
}
