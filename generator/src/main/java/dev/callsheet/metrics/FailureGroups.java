package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the failure groups of some runs (metrics.md 7.1). */
final class FailureGroups {

    private static final Comparator<FailureGroup> ORDER = Comparator.comparing(
                    (FailureGroup group) -> -group.runs().size())
            .thenComparing(FailureGroup::kind)
            .thenComparing(FailureGroup::signature);

    private final Map<String, Scenario> scenarios;
    private final Nights nights;
    private final Map<String, Map<AssertionKey, Wording>> wordings = new HashMap<>();

    private FailureGroups(Map<String, Scenario> scenarios, Nights nights) {
        this.scenarios = scenarios;
        this.nights = nights;
    }

    /** What an assertion checks, in words; worked out once for each assertion of a scenario. */
    private record Wording(String text, String signature) {}

    /** How often a group had a verdict, and how often it alone failed. */
    private static final class Counts {
        private long evaluated;
        private long soleCause;
    }

    /**
     * All groups, those of most runs first.
     *
     * @param runs in their order
     * @param errors error messages of these runs
     * @param scenarios definitions by id
     */
    static List<FailureGroup> of(
            List<CorpusRun> runs, TextGroups<CorpusRun> errors, Map<String, Scenario> scenarios, Nights nights) {
        FailureGroups maker = new FailureGroups(scenarios, nights);
        List<FailureGroup> groups = new ArrayList<>(maker.ofAssertions(runs));
        errors.similar()
                .forEach(group -> groups.add(maker.group(FailureGroup.Kind.ERROR_MESSAGE, group, new Counts())));
        groups.sort(ORDER);
        return List.copyOf(groups);
    }

    private List<FailureGroup> ofAssertions(List<CorpusRun> runs) {
        TextGroups<CorpusRun> texts = new TextGroups<>();
        for (CorpusRun run : runs) {
            for (AssertionResult result : run.facts().assertions()) {
                if (isFailure(run, result)) {
                    Wording wording = wording(run, result.key());
                    texts.add(wording.signature, wording.text, run);
                }
            }
        }
        List<TextGroups.Group<CorpusRun>> groups = texts.similar();
        Map<String, Counts> counts = new HashMap<>();
        for (TextGroups.Group<CorpusRun> group : groups) {
            Counts shared = new Counts();
            group.signatures().forEach(signature -> counts.put(signature, shared));
        }
        Measures.valid(runs).forEach(run -> count(run, counts));
        return groups.stream()
                .map(group ->
                        group(FailureGroup.Kind.ASSERTION, group, counts.getOrDefault(group.signature(), new Counts())))
                .toList();
    }

    private void count(CorpusRun run, Map<String, Counts> counts) {
        Set<Counts> evaluated = new HashSet<>();
        Set<Counts> failed = new HashSet<>();
        for (AssertionResult result : run.facts().assertions()) {
            Counts of = counts.get(wording(run, result.key()).signature);
            if (of != null && result.verdict() != Verdict.UNKNOWN) {
                evaluated.add(of);
            }
            if (of != null && isFailure(run, result)) {
                failed.add(of);
            }
        }
        evaluated.forEach(of -> of.evaluated++);
        if (failed.size() == 1) {
            failed.forEach(of -> of.soleCause++);
        }
    }

    private static boolean isFailure(CorpusRun run, AssertionResult result) {
        return run.facts().status() == RunStatus.FAILED && result.verdict() == Verdict.FAILED;
    }

    private FailureGroup group(FailureGroup.Kind kind, TextGroups.Group<CorpusRun> group, Counts counts) {
        TreeSet<CorpusRun> runs = new TreeSet<>(CorpusRun.ORDER);
        runs.addAll(group.occurrences());
        NightSpan span = NightSpan.of(runs, nights);
        return new FailureGroup(
                kind,
                group.signature(),
                group.label(),
                List.copyOf(runs),
                runs.stream().map(run -> run.facts().scenarioId()).distinct().toList(),
                counts.evaluated,
                counts.soleCause,
                span.first(),
                span.last());
    }

    private Wording wording(CorpusRun run, AssertionKey key) {
        String scenarioId = run.facts().scenarioId();
        return wordings.computeIfAbsent(scenarioId, id -> new HashMap<>())
                .computeIfAbsent(key, checked -> wording(scenarios.get(scenarioId), checked));
    }

    private static Wording wording(@Nullable Scenario scenario, AssertionKey key) {
        AssertionDefinition definition = scenario == null ? null : scenario.assertion(key.id());
        String text = Shortened.of(AssertionWords.of(key, definition), TextGroups.MOST_CODE_POINTS);
        boolean onlyAnId = (definition == null || definition.name() == null)
                && key.type() == null
                && key.target() == null
                && key.field() == null
                && key.expected() == null;
        // Two ids would have one signature; they say nothing of what the two assertions check.
        return new Wording(text, onlyAnId ? text : FailureText.signature(text));
    }
}
