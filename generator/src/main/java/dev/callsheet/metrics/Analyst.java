package dev.callsheet.metrics;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.SimulationSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives all numbers from a corpus. */
public final class Analyst {

    private static final Comparator<@Nullable LocalDate> NEWEST_FIRST = Comparator.nullsLast(Comparator.reverseOrder());

    private final Corpus corpus;
    private final NightCalendar calendar;
    private final Rules rules;
    private final Nights nights;
    private final @Nullable LocalDate night;
    private final @Nullable LocalDate baseline;

    private Analyst(
            Corpus corpus, NightCalendar calendar, Instant generatedAt, Rules rules, @Nullable LocalDate baseline) {
        this.corpus = corpus;
        this.calendar = calendar;
        this.rules = rules;
        this.nights = new Nights(corpus, calendar, generatedAt);
        this.night = nights.newestFinished();
        this.baseline = baseline;
    }

    /** All numbers of a corpus, without a baseline. */
    public static Analysis analyse(Corpus corpus, NightCalendar calendar, Instant generatedAt, Rules rules) {
        return analyse(corpus, calendar, generatedAt, rules, null);
    }

    /**
     * All numbers of a corpus.
     *
     * @param generatedAt when the report is made: runs dated more than a day later belong to no night
     * @param baseline the night that tonight is compared with beside the one before it; null for none
     */
    public static Analysis analyse(
            Corpus corpus, NightCalendar calendar, Instant generatedAt, Rules rules, @Nullable LocalDate baseline) {
        return new Analyst(corpus, calendar, generatedAt, rules, baseline).analysis();
    }

    private Analysis analysis() {
        SortedMap<String, List<CorpusRun>> byScenario = grouped(nights.counted(), RunFacts::scenarioId);
        SortedMap<String, Timeline> timelines = Timeline.all(nights, rules);
        List<CorpusRun> window = timelines.values().stream()
                .flatMap(timeline -> timeline.windowRuns().stream())
                .toList();
        ErrorSets errorSets = ErrorSets.of(timelines.values(), rules);
        SuiteDecisions decisions = new SuiteDecisions(timelines, errorSets, rules);
        SortedMap<String, Decision> decided = night == null ? new TreeMap<>() : decisions.on(night);
        SortedMap<String, ScenarioNumbers> scenarios = scenarios(byScenario, timelines, decided);
        List<NightNumbers> nightNumbers = NightNumbers.all(nights, labels(decisions, decided));
        TextGroups<CorpusRun> errors = new TextGroups<>();
        ToneFindings tone = new ToneFindings(nights);
        readTexts(window, errors, tone);
        return new Analysis(
                nights.newestDate(),
                night,
                nights.tally(),
                nights,
                nightNumbers,
                scenarios.values().stream()
                        .sorted(Comparator.comparing(ScenarioNumbers::name).thenComparing(ScenarioNumbers::id))
                        .toList(),
                Batches.of(corpus, nights, calendar, grouped(nights.counted(), RunFacts::batchId)),
                sets(byScenario, scenarios),
                SuitePassHat.curve(
                        scenarios.values().stream().map(ScenarioNumbers::window).toList()),
                ToneNumbers.of(night == null ? List.of() : runsOf(night)),
                UsualTone.before(night, nightNumbers, rules),
                tone.texts(scored(window)),
                Pathways.of(window, scenarios, rules),
                FailureGroups.of(window, errors, corpus.scenarios(), nights),
                FailureMode.of(corpus.simulationSets().values()),
                rules,
                ToneEvidence.of(nightNumbers, nights.byNight().values(), scenarios.values(), window, rules),
                outlook(scenarios, window),
                Comparisons.of(
                        night,
                        baseline,
                        nightNumbers,
                        List.copyOf(scenarios.values()),
                        VersionComparison.all(
                                timelines.values().stream()
                                        .flatMap(timeline -> timeline.window().stream())
                                        .toList(),
                                scenarios,
                                rules),
                        rules),
                FetchNumbers.of(corpus.fetches()),
                errorSets);
    }

    private FlakeOutlook outlook(SortedMap<String, ScenarioNumbers> scenarios, List<CorpusRun> window) {
        Set<String> flaky = scenarios.values().stream()
                .filter(scenario -> scenario.decision().state() == State.FLAKY)
                .map(ScenarioNumbers::id)
                .collect(Collectors.toSet());
        return FlakeOutlook.of(
                List.copyOf(scenarios.values()),
                Cost.of(window, corpus.scenarios(), flaky, rules),
                Cost.of(night == null ? List.of() : runsOf(night), corpus.scenarios(), flaky, rules));
    }

    /** By night, as far as the window reaches: what could have been said then. */
    private Map<LocalDate, NightLabels> labels(SuiteDecisions decisions, SortedMap<String, Decision> tonight) {
        Map<LocalDate, NightLabels> labels = new HashMap<>();
        List<LocalDate> all = List.copyOf(nights.entries().keySet());
        for (LocalDate date : all.subList(Math.max(0, all.size() - rules.windowNights()), all.size())) {
            labels.put(date, NightLabels.of((date.equals(night) ? tonight : decisions.on(date)).values()));
        }
        return labels;
    }

    /** Reads the text of each run that has something to report, once. */
    private void readTexts(List<CorpusRun> window, TextGroups<CorpusRun> errors, ToneFindings tone) {
        for (CorpusRun run : window) {
            RunStatus status = run.facts().status();
            boolean error = status == RunStatus.ERROR && run.hasErrorMessage();
            boolean issues = status.isValid() && run.hasToneIssues();
            boolean examples = status.isValid() && run.hasToneExamples() && Objects.equals(nights.of(run), night);
            RunText text = error || issues || examples ? corpus.text(run) : RunText.EMPTY;
            if (error && text.errorMessage() != null && !text.errorMessage().isBlank()) {
                errors.add(text.errorMessage(), run);
            }
            if (issues) {
                tone.issues(run, text);
            }
            if (examples) {
                tone.examples(run, text);
            }
        }
    }

    /** Of the input's: the texts of runs that only earlier reports know are not kept. */
    private static long scored(List<CorpusRun> runs) {
        return Measures.valid(runs).stream()
                .filter(run -> run.facts().tone().isScored() && !run.past())
                .count();
    }

    private List<CorpusRun> runsOf(LocalDate date) {
        return nights.byNight().getOrDefault(date, List.of());
    }

    /** By id: every scenario that a run, a sealed night, a document or a set names. */
    private SortedMap<String, ScenarioNumbers> scenarios(
            SortedMap<String, List<CorpusRun>> byScenario,
            SortedMap<String, Timeline> timelines,
            SortedMap<String, Decision> decided) {
        RunsToDecide runsToDecide = new RunsToDecide(rules);
        SortedMap<String, String> setNames = setNames();
        SortedMap<String, ScenarioNumbers> numbers = new TreeMap<>();
        for (Collection<String> ids : List.of(
                byScenario.keySet(), timelines.keySet(), corpus.scenarios().keySet(), setNames.keySet())) {
            for (String id : ids) {
                numbers.computeIfAbsent(
                        id,
                        key -> scenario(
                                key,
                                byScenario.getOrDefault(key, List.of()),
                                timelines.getOrDefault(key, Timeline.EMPTY),
                                setNames.get(key),
                                decided.getOrDefault(key, Decision.NONE),
                                runsToDecide));
            }
        }
        return numbers;
    }

    /** For each scenario of a set the latest name that a set gives it, empty when none does. */
    private SortedMap<String, String> setNames() {
        SortedMap<String, String> names = new TreeMap<>();
        corpus.simulationSets().values().stream()
                .sorted(Comparator.comparing(SimulationSet::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(SimulationSet::id))
                .flatMap(set -> set.perScenario().stream())
                .forEach(entry -> names.merge(
                        entry.scenarioId(),
                        Objects.requireNonNullElse(entry.scenarioName(), ""),
                        (older, newer) -> newer.isEmpty() ? older : newer));
        return names;
    }

    private ScenarioNumbers scenario(
            String id,
            List<CorpusRun> runs,
            Timeline timeline,
            @Nullable String setName,
            Decision decision,
            RunsToDecide runsToDecide) {
        Scenario definition = corpus.scenarios().get(id);
        List<CorpusRun> window = timeline.windowRuns();
        Tally windowTally = timeline.windowTally();
        List<SealedRuns> kept = timeline.entries().stream()
                .flatMap(entry -> entry.kept().stream())
                .toList();
        NightEntry tonight = NightEntry.of(night, timeline.entries());
        String name =
                name(id, definition, latest(runs, RunFacts::scenarioName, kept, SealedRuns::scenarioName), setName);
        return new ScenarioNumbers(
                id,
                name,
                definition,
                definition != null && definition.pathwayId() != null
                        ? definition.pathwayId()
                        : latest(runs, RunFacts::pathwayId, kept, SealedRuns::pathwayId),
                definition != null && definition.personaId() != null
                        ? definition.personaId()
                        : latest(runs, RunFacts::personaId, kept, SealedRuns::personaId),
                tonight == null ? Tally.ZERO : tonight.tally(),
                windowTally,
                SuitePassHat.ofScenario(windowTally),
                Flips.of(window),
                ToneNumbers.of(window),
                Measures.overallScores(window),
                Measures.durations(window),
                Measures.turns(window),
                timeline.entries(),
                runs,
                AssertionNumbers.of(id, definition, window, rules),
                tonight == null ? null : WorstRun.of(tonight.runs()),
                Attribution.of(window, rules),
                decision,
                runsToDecide.of(decision),
                FormerNames.of(name, runs, kept));
    }

    private static String name(
            String id, @Nullable Scenario definition, @Nullable String latest, @Nullable String setName) {
        if (definition != null && definition.name() != null) {
            return definition.name();
        }
        if (latest != null) {
            return latest;
        }
        return setName == null || setName.isEmpty() ? id : setName;
    }

    /** What the latest run says that says anything; sealed nights are asked last. */
    private static <T> @Nullable T latest(
            List<CorpusRun> runs,
            Function<RunFacts, @Nullable T> field,
            List<SealedRuns> kept,
            Function<SealedRuns, @Nullable T> keptField) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            T value = field.apply(runs.get(i).facts());
            if (value != null) {
                return value;
            }
        }
        for (int i = kept.size() - 1; i >= 0; i--) {
            T value = keptField.apply(kept.get(i));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private List<SetNumbers> sets(
            SortedMap<String, List<CorpusRun>> byScenario, SortedMap<String, ScenarioNumbers> scenarios) {
        return corpus.simulationSets().values().stream()
                .map(set -> new SetNumbers(
                        set,
                        set.createdAt() == null ? null : calendar.nightOf(set.createdAt()),
                        set.perScenario().stream()
                                .map(api -> SetComparison.compare(
                                        set,
                                        api,
                                        name(api, scenarios),
                                        byScenario.getOrDefault(api.scenarioId(), List.of())))
                                .toList()))
                .sorted(Comparator.comparing(SetNumbers::night, NEWEST_FIRST)
                        .thenComparing(numbers -> numbers.set().id()))
                .toList();
    }

    private static String name(SimulationSet.PerScenario api, SortedMap<String, ScenarioNumbers> scenarios) {
        ScenarioNumbers scenario = scenarios.get(api.scenarioId());
        return scenario == null ? api.scenarioId() : scenario.name();
    }

    /** Runs by a field, in their order; runs without it are left out. */
    private static SortedMap<String, List<CorpusRun>> grouped(
            List<CorpusRun> runs, Function<RunFacts, @Nullable String> field) {
        SortedMap<String, List<CorpusRun>> groups = new TreeMap<>();
        for (CorpusRun run : runs) {
            String key = field.apply(run.facts());
            if (key != null) {
                groups.computeIfAbsent(key, id -> new ArrayList<>()).add(run);
            }
        }
        return groups;
    }
}
