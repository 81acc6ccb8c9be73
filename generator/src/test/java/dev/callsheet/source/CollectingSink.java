package dev.callsheet.source;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunList;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that was read. */
public final class CollectingSink implements RecordSink {

    public final List<Run> runs = new ArrayList<>();
    final List<Scenario> scenarios = new ArrayList<>();
    final List<Batch> batches = new ArrayList<>();
    final List<SimulationSet> sets = new ArrayList<>();
    final List<RunList> lists = new ArrayList<>();
    final List<Fetch> fetches = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    ReadTotals totals = new ReadTotals(0, 0, 0);

    /** Reads a text as standard input. */
    public static CollectingSink of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes as standard input. */
    static CollectingSink of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), "-");
    }

    /** Reads a file or a directory. */
    public static CollectingSink of(Path source) {
        return of(InputStream.nullInputStream(), source.toString());
    }

    static CollectingSink of(InputStream standardInput, String... sources) {
        CollectingSink sink = new CollectingSink();
        try {
            sink.totals = Sources.read(List.of(sources), standardInput, sink);
        } catch (SourceNotFoundException e) {
            throw new AssertionError(e);
        }
        return sink;
    }

    public Run onlyRun() {
        return only(runs);
    }

    public Scenario onlyScenario() {
        return only(scenarios);
    }

    public Batch onlyBatch() {
        return only(batches);
    }

    public SimulationSet onlySet() {
        return only(sets);
    }

    Fetch onlyFetch() {
        return only(fetches);
    }

    /** Each problem as {@code KIND file#pointer: found}. */
    public List<String> told() {
        return problems.stream()
                .map(p -> p.kind() + " " + p.place() + ": " + p.found())
                .toList();
    }

    /** How many records of every kind there are, runs first. */
    public List<Integer> counts() {
        return List.of(runs.size(), scenarios.size(), batches.size(), sets.size());
    }

    @Override
    public void run(Run run) {
        runs.add(run);
    }

    @Override
    public void scenario(Scenario scenario) {
        scenarios.add(scenario);
    }

    @Override
    public void batch(Batch batch) {
        batches.add(batch);
    }

    @Override
    public void simulationSet(SimulationSet set) {
        sets.add(set);
    }

    @Override
    public void runList(RunList list) {
        lists.add(list);
    }

    @Override
    public void fetch(Fetch fetch) {
        fetches.add(fetch);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    private static <T> T only(List<T> records) {
        if (records.size() != 1) {
            throw new AssertionError("expected one record, found " + records);
        }
        return records.get(0);
    }
}
