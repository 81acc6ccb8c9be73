package dev.callsheet.corpus;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Takes records one at a time and makes a {@link Corpus} of them. Which file a record came from, and in which order,
 * does not change the result. For one thread. Closing it without {@link #build()} deletes what was spooled.
 */
public final class CorpusBuilder implements RecordSink, Closeable {

    private final RunSpool spool;
    private final Interning interning = new Interning();
    private final Map<String, List<RunVariant>> runs = new HashMap<>();
    private final BestDocuments<Scenario> scenarios = BestDocuments.ofScenarios();
    private final BestDocuments<Batch> batches = BestDocuments.ofBatches();
    private final BestDocuments<SimulationSet> sets = BestDocuments.ofSets();
    private final List<RunList> lists = new ArrayList<>();
    private final Fetches fetches = new Fetches();
    private final List<Problem> problems = new ArrayList<>();
    private final Aliases aliases;
    private final Past past;
    private long duplicates;
    private long listEntries;
    private boolean built;

    public CorpusBuilder() throws IOException {
        this(new Aliases(Map.of()));
    }

    /**
     * Takes scenarios under the id that they go on as.
     *
     * @param aliases for the input and for what earlier reports kept
     */
    public CorpusBuilder(Aliases aliases) throws IOException {
        this.aliases = aliases;
        past = new Past(aliases);
        spool = new RunSpool();
    }

    @Override
    public void run(Run run) {
        RunFacts facts = interning.shared(aliases.renamed(run.facts()));
        listEntries += facts.origin() == RunOrigin.LIST ? 1 : 0;
        byte[] text = RunSpool.encode(run.text());
        String digest = Canonical.digest(Canonical.bytes(facts), text);
        List<RunVariant> variants = runs.computeIfAbsent(facts.id(), id -> new ArrayList<>(1));
        if (variants.stream().anyMatch(v -> v.facts().origin() == facts.origin())) {
            duplicates++;
        }
        for (int i = 0; i < variants.size(); i++) {
            if (variants.get(i).digest().equals(digest)) {
                RunVariant known = variants.get(i);
                variants.set(i, known.orEqualAt(new RunVariant(facts, digest, known.text(), false)));
                return;
            }
        }
        variants.add(new RunVariant(
                facts, digest, run.text().equals(RunText.EMPTY) ? null : spool.append(run.text(), text), false));
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
        sets.add(aliases.renamed(set));
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

    /** Takes what earlier reports kept. */
    public HistorySink past() {
        return past;
    }

    /** Merges what was taken. The builder is used up by it; the texts are the corpus's to delete. */
    public Corpus build() {
        spool.seal();
        built = true;
        RunMerger merger = new RunMerger(problems::add);
        List<CorpusRun> merged = new ArrayList<>(runs.size());
        long listed = 0;
        List<String> digests = new ArrayList<>();
        for (Map.Entry<String, List<RunVariant>> run : runs.entrySet()) {
            List<RunVariant> variants = run.getValue();
            merged.add(merger.merge(past.joined(run.getKey(), variants)));
            variants.forEach(variant -> digests.add(variant.digest()));
            if (variants.stream().anyMatch(v -> v.facts().origin() == RunOrigin.LIST)) {
                listed++;
            }
        }
        runs.clear();
        merged.addAll(past.others(merger));
        merged.sort(CorpusRun.ORDER);
        long unusable = lists.stream().mapToLong(RunList::entries).sum() - listEntries;
        Listing.check(lists, listed + Math.max(0, unusable), problems::add);
        SortedMap<String, Scenario> bestScenarios = aliases.definitions(
                scenarios.resolve(past.scenarios(), problems::add), BestDocuments.RANK_OF_SCENARIOS);
        SortedMap<String, SimulationSet> bestSets = sets.resolve(past.sets(), problems::add);
        new Naming(problems::add).check(merged, bestScenarios, bestSets);
        Verdicts.check(merged, bestScenarios, problems::add);
        SortedMap<String, Batch> bestBatches = batches.resolve(past.batches(), problems::add);
        problems.addAll(past.problems());
        fetches.name(problems::add);
        digests.addAll(scenarios.digests());
        digests.addAll(batches.digests());
        digests.addAll(sets.digests());
        boolean empty = digests.isEmpty();
        digests.addAll(fetches.digests());
        digests.sort(Comparator.naturalOrder());
        problems.sort(Problem.ORDER);
        return new Corpus(
                merged,
                bestScenarios,
                bestBatches,
                bestSets,
                past.sealedNights(),
                past.superseded(),
                fetches.all(),
                problems,
                duplicates,
                Canonical.digest(String.join("\n", digests).getBytes(StandardCharsets.US_ASCII)),
                empty,
                spool);
    }

    @Override
    public void close() throws IOException {
        if (!built) {
            spool.close();
        }
    }
}
