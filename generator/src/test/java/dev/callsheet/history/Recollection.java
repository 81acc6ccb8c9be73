package dev.callsheet.history;

import dev.callsheet.model.Batch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SimulationSet;
import java.util.ArrayList;
import java.util.List;

/** What is read from history files of the stream {@code main}. */
final class Recollection implements HistorySink {

    final List<RunFacts> runs = new ArrayList<>();
    final List<Scenario> scenarios = new ArrayList<>();
    final List<Batch> batches = new ArrayList<>();
    final List<SimulationSet> sets = new ArrayList<>();
    final List<SealedNight> nights = new ArrayList<>();

    /** Kind, place, what was expected and what was found instead, in one line each. */
    final List<String> problems = new ArrayList<>();

    final List<ReadFile> files = new ArrayList<>();

    static Recollection of(RawFile... files) {
        Recollection read = new Recollection();
        read.files.addAll(HistoryReader.read(List.of(files), "main", read));
        return read;
    }

    /** The state of the only file. */
    ReadFile.State state() {
        return files.get(0).state();
    }

    List<String> keys() {
        return runs.stream().map(RunFacts::id).toList();
    }

    @Override
    public void run(RunFacts run) {
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
    public void sealedNight(SealedNight night) {
        nights.add(night);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem.kind() + " " + problem.place() + ": " + problem.expected() + " / " + problem.found());
    }
}
