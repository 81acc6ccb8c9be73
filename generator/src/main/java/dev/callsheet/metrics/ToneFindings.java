package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what tone scores say in words, one run at a time (metrics.md 5.9). Keeps only what is reported. */
final class ToneFindings {

    private static final Comparator<ToneIssueGroup> MOST_RUNS_FIRST = Comparator.comparing(
                    (ToneIssueGroup group) -> -group.runs())
            .thenComparing(group -> -group.count())
            .thenComparing(ToneIssueGroup::label);
    private static final Comparator<WorstTurn> WORST_FIRST = Comparator.comparing(
                    (WorstTurn turn) -> overall(turn.run()), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(WorstTurn::run, CorpusRun.ORDER)
            .thenComparing(turn -> turn.turn() == 0 ? Integer.MAX_VALUE : turn.turn());

    private final Nights nights;
    private final SortedMap<String, List<CorpusRun>> byCategory = new TreeMap<>();
    private final TextGroups<CorpusRun> uncategorised = new TextGroups<>();
    private final List<WorstTurn> worst = new ArrayList<>();

    ToneFindings(Nights nights) {
        this.nights = nights;
    }

    /** Takes the issues of a valid run. */
    void issues(CorpusRun run, RunText text) {
        for (ToneIssue issue : text.toneIssues()) {
            if (issue.category() == null) {
                uncategorised.add(issue.text(), run);
            } else {
                byCategory
                        .computeIfAbsent(issue.category(), key -> new ArrayList<>())
                        .add(run);
            }
        }
    }

    /** Takes the bad examples of a valid run of the report's night. */
    void examples(CorpusRun run, RunText text) {
        for (ToneExample example : text.toneExamples()) {
            if (example.isNegative()) {
                int index = example.indexIn(text.chat());
                worst.add(new WorstTurn(
                        run,
                        index + 1,
                        index >= 0 && Objects.equals(example.turn(), index + 1),
                        Objects.requireNonNullElse(example.category(), ""),
                        Shortened.of(example.text(), WorstTurn.MOST_CODE_POINTS)));
            }
        }
        worst.sort(WORST_FIRST); // stable: of one turn's examples the first stays first
        worst.subList(Math.min(worst.size(), ToneTexts.MOST_TURNS), worst.size())
                .clear();
    }

    /** @param scored how many valid runs have a tone score */
    ToneTexts texts(long scored) {
        List<ToneIssueGroup> groups = new ArrayList<>();
        byCategory.forEach((category, runs) -> groups.add(group(category, runs, scored)));
        uncategorised.similar().forEach(group -> groups.add(group(group.label(), group.occurrences(), scored)));
        groups.sort(MOST_RUNS_FIRST);
        return new ToneTexts(List.copyOf(groups), List.copyOf(worst));
    }

    private ToneIssueGroup group(String label, List<CorpusRun> occurrences, long scored) {
        TreeSet<CorpusRun> runs = new TreeSet<>(CorpusRun.ORDER);
        runs.addAll(occurrences);
        // A run may have an issue and no score; the share is one of scored runs only.
        Rate share = Rate.of(
                runs.stream().filter(run -> run.facts().tone().isScored()).count(), scored);
        NightSpan span = NightSpan.of(runs, nights);
        return new ToneIssueGroup(
                label, occurrences.size(), runs.size(), share.value(), share.interval(), span.first(), span.last());
    }

    private static @Nullable Score overall(CorpusRun run) {
        return run.facts().tone().get(ToneDimension.OVERALL);
    }
}
