package dev.callsheet.history;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes tallies of runs: of each scenario, batch and version one. */
final class Sealing {

    static final Comparator<SealedRuns> ORDER = Comparator.comparing(SealedRuns::scenarioId)
            .thenComparing(SealedRuns::batchId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(SealedRuns::version, Comparator.nullsFirst(Comparator.naturalOrder()));

    private Sealing() {}

    /** @param runs of one night, in the order of the corpus */
    static List<SealedRuns> of(List<CorpusRun> runs) {
        Map<Group, List<RunFacts>> groups = new LinkedHashMap<>();
        for (CorpusRun run : runs) {
            RunFacts facts = run.facts();
            groups.computeIfAbsent(
                            new Group(facts.scenarioId(), facts.batchId(), facts.version()), key -> new ArrayList<>())
                    .add(facts);
        }
        List<SealedRuns> tallies = new ArrayList<>();
        groups.forEach((group, ofGroup) -> tallies.add(tally(group, ofGroup)));
        tallies.sort(ORDER);
        return tallies;
    }

    private static SealedRuns tally(Group group, List<RunFacts> runs) {
        List<RunFacts> valid =
                runs.stream().filter(run -> run.status().isValid()).toList();
        return new SealedRuns(
                group.scenarioId(),
                latest(runs, RunFacts::scenarioName),
                latest(runs, RunFacts::pathwayId),
                latest(runs, RunFacts::personaId),
                group.batchId(),
                group.version(),
                count(runs, RunStatus.PASSED),
                count(runs, RunStatus.FAILED),
                count(runs, RunStatus.ERROR),
                count(runs, RunStatus.CANCELLED),
                count(runs, RunStatus.PENDING, RunStatus.RUNNING),
                count(runs, RunStatus.UNKNOWN),
                valid.stream().filter(run -> run.tone().isScored()).count(),
                tone(valid));
    }

    private static long count(List<RunFacts> runs, RunStatus... statuses) {
        Set<RunStatus> counted = Set.of(statuses);
        return runs.stream().filter(run -> counted.contains(run.status())).count();
    }

    /** As the latest run that says it has it. */
    private static @Nullable String latest(List<RunFacts> runs, Function<RunFacts, @Nullable String> field) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            String value = field.apply(runs.get(i));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Map<ToneDimension, SealedRuns.Sum> tone(List<RunFacts> valid) {
        Map<ToneDimension, SealedRuns.Sum> tone = new EnumMap<>(ToneDimension.class);
        for (RunFacts run : valid) {
            for (ToneDimension dimension : ToneDimension.values()) {
                Score score = run.tone().get(dimension);
                if (score != null) {
                    tone.merge(
                            dimension,
                            new SealedRuns.Sum(1, score.billionths()),
                            (a, b) -> new SealedRuns.Sum(a.n() + b.n(), a.billionths() + b.billionths()));
                }
            }
        }
        return tone;
    }

    private record Group(
            String scenarioId,
            @Nullable String batchId,
            @Nullable String version) {}
}
