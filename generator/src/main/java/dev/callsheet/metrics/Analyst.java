package dev.callsheet.metrics;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Derives all numbers from a corpus. */
public final class Analyst {

    private static final Comparator<@Nullable LocalDate> NEWEST_FIRST = Comparator.nullsLast(Comparator.reverseOrder());

    private final Corpus corpus;
    private final NightCalendar calendar;
    private final Nights nights;
    private final @Nullable LocalDate night;

    private Analyst(Corpus corpus, NightCalendar calendar, Instant generatedAt) {
        this.corpus = corpus;
        this.calendar = calendar;
        this.nights = new Nights(corpus, calendar, generatedAt);
        this.night = nights.newestFinished();
    }

    /**
     * All numbers of a corpus.
     *
     * @param generatedAt when the report is made: runs dated more than a day later belong to no night
     */
    public static Analysis analyse(Corpus corpus, NightCalendar calendar, Instant generatedAt) {
        return new Analyst(corpus, calendar, generatedAt).analysis();
    }

    private Analysis analysis() {
        SortedMap<String, List<CorpusRun>> byScenario = grouped(corpus.runs(), RunFacts::scenarioId);
        List<ScenarioNumbers> scenarios = scenarios(byScenario);
        return new Analysis(
                nights.newestDate(),
                night,
                Tally.of(corpus.runs()),
                nights,
                nightNumbers(),
                scenarios,
                batches(),
                sets(byScenario, names(scenarios)),
                SuitePassHat.curve(
                        scenarios.stream().map(ScenarioNumbers::window).toList()),
                ToneNumbers.of(night == null ? List.of() : runsOf(night)),
                Map.of(),
                new ToneTexts(List.of(), List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private List<CorpusRun> runsOf(LocalDate date) {
        return nights.byNight().getOrDefault(date, List.of());
    }

    private List<ScenarioNumbers> scenarios(SortedMap<String, List<CorpusRun>> byScenario) {
        SortedMap<String, String> setNames = setNames();
        SortedMap<String, ScenarioNumbers> numbers = new TreeMap<>();
        for (Collection<String> ids :
                List.of(byScenario.keySet(), corpus.scenarios().keySet(), setNames.keySet())) {
            for (String id : ids) {
                numbers.computeIfAbsent(
                        id, key -> scenario(key, byScenario.getOrDefault(key, List.of()), setNames.get(key)));
            }
        }
        return numbers.values().stream()
                .sorted(Comparator.comparing(ScenarioNumbers::name).thenComparing(ScenarioNumbers::id))
                .toList();
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

    private ScenarioNumbers scenario(String id, List<CorpusRun> runs, @Nullable String setName) {
        Scenario definition = corpus.scenarios().get(id);
        List<NightEntry> entries = entries(runs);
        List<CorpusRun> window = window(entries);
        Tally windowTally = Tally.of(window);
        NightEntry tonight = entries.stream()
                .filter(entry -> entry.night().equals(night))
                .findFirst()
                .orElse(null);
        return new ScenarioNumbers(
                id,
                name(id, definition, runs, setName),
                definition,
                definition != null && definition.pathwayId() != null
                        ? definition.pathwayId()
                        : latest(runs, RunFacts::pathwayId),
                definition != null && definition.personaId() != null
                        ? definition.personaId()
                        : latest(runs, RunFacts::personaId),
                tonight == null ? Tally.ZERO : tonight.tally(),
                windowTally,
                SuitePassHat.ofScenario(windowTally),
                Flips.of(window),
                ToneNumbers.of(window),
                Measures.overallScores(window),
                Measures.durations(window),
                Measures.turns(window),
                entries,
                runs,
                AssertionNumbers.of(id, definition, window),
                tonight == null ? null : WorstRun.of(tonight.runs()),
                List.of());
    }

    private List<NightEntry> entries(List<CorpusRun> runs) {
        SortedMap<LocalDate, List<CorpusRun>> byNight = new TreeMap<>();
        for (CorpusRun run : runs) {
            LocalDate date = nights.of(run);
            if (date != null) {
                byNight.computeIfAbsent(date, key -> new ArrayList<>()).add(run);
            }
        }
        return byNight.entrySet().stream()
                .map(entry -> new NightEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The runs from the first of the last {@link Analysis#WINDOW_NIGHTS} nights with a valid run on. */
    private static List<CorpusRun> window(List<NightEntry> entries) {
        int first = entries.size();
        for (int valid = 0; first > 0 && valid < Analysis.WINDOW_NIGHTS; first--) {
            valid += entries.get(first - 1).tally().valid() > 0 ? 1 : 0;
        }
        return entries.subList(first, entries.size()).stream()
                .flatMap(entry -> entry.runs().stream())
                .toList();
    }

    private static String name(
            String id, @Nullable Scenario definition, List<CorpusRun> runs, @Nullable String setName) {
        if (definition != null && definition.name() != null) {
            return definition.name();
        }
        String latest = latest(runs, RunFacts::scenarioName);
        if (latest != null) {
            return latest;
        }
        return setName == null || setName.isEmpty() ? id : setName;
    }

    private static <T> @Nullable T latest(List<CorpusRun> runs, Function<RunFacts, @Nullable T> field) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            T value = field.apply(runs.get(i).facts());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private List<NightNumbers> nightNumbers() {
        List<NightNumbers> numbers = new ArrayList<>();
        LocalDate previous = null;
        for (Map.Entry<LocalDate, List<CorpusRun>> entry : nights.byNight().entrySet()) {
            NightNumbers of = night(entry.getKey(), entry.getValue(), previous);
            numbers.add(of);
            previous = of.tally().valid() > 0 ? of.night() : previous;
        }
        return List.copyOf(numbers);
    }

    private NightNumbers night(LocalDate date, List<CorpusRun> runs, @Nullable LocalDate previous) {
        List<NightNumbers.ScenarioEntry> entries = new ArrayList<>();
        grouped(runs, RunFacts::scenarioId)
                .forEach((id, of) -> entries.add(new NightNumbers.ScenarioEntry(id, new NightEntry(date, of))));
        Tally tally = Tally.of(runs);
        LocalDate against = tally.valid() == 0 ? null : previous;
        return new NightNumbers(
                date,
                tally,
                SuiteRate.of(runs),
                (int) entries.stream()
                        .filter(entry -> entry.entry().tally().valid() > 0)
                        .count(),
                (int) entries.stream()
                        .filter(entry -> entry.entry().tally().outcome() == Tally.Outcome.MIXED)
                        .count(),
                ToneNumbers.of(runs),
                Measures.overallScores(runs),
                Measures.durations(runs),
                against,
                against == null ? null : RunChanges.between(runsOf(against), runs),
                List.copyOf(entries));
    }

    private List<BatchNumbers> batches() {
        SortedMap<String, List<CorpusRun>> runs = grouped(corpus.runs(), RunFacts::batchId);
        SortedMap<String, BatchNumbers> numbers = new TreeMap<>();
        for (Collection<String> ids : List.of(runs.keySet(), corpus.batches().keySet())) {
            ids.forEach(id -> numbers.computeIfAbsent(id, key -> batch(key, runs.getOrDefault(key, List.of()))));
        }
        return numbers.values().stream()
                .sorted(Comparator.comparing(BatchNumbers::night, NEWEST_FIRST).thenComparing(BatchNumbers::id))
                .toList();
    }

    private BatchNumbers batch(String id, List<CorpusRun> runs) {
        Batch document = corpus.batches().get(id);
        LocalDate date = document != null && document.createdAt() != null
                ? calendar.nightOf(document.createdAt())
                : runs.stream()
                        .map(nights::of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new BatchNumbers(id, document, date, SuiteRate.of(runs), Tally.of(runs), runs, null, null);
    }

    private List<SetNumbers> sets(SortedMap<String, List<CorpusRun>> byScenario, Map<String, String> names) {
        return corpus.simulationSets().values().stream()
                .map(set -> new SetNumbers(
                        set,
                        set.createdAt() == null ? null : calendar.nightOf(set.createdAt()),
                        set.perScenario().stream()
                                .map(api -> SetComparison.compare(
                                        set,
                                        api,
                                        names.getOrDefault(api.scenarioId(), api.scenarioId()),
                                        byScenario.getOrDefault(api.scenarioId(), List.of())))
                                .toList()))
                .sorted(Comparator.comparing(SetNumbers::night, NEWEST_FIRST)
                        .thenComparing(numbers -> numbers.set().id()))
                .toList();
    }

    private static Map<String, String> names(List<ScenarioNumbers> scenarios) {
        SortedMap<String, String> names = new TreeMap<>();
        scenarios.forEach(scenario -> names.put(scenario.id(), scenario.name()));
        return names;
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
