package dev.callsheet.fetch;

import dev.callsheet.fetch.Answer.Failed;
import dev.callsheet.fetch.Answer.Found;
import dev.callsheet.fetch.Answer.Gone;
import dev.callsheet.fetch.FetchListener.Progress;
import dev.callsheet.fetch.Patience.Awaited;
import dev.callsheet.fetch.Records.Wanted;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One fetch from its beginning to its end. */
final class Round {

    private static final String SCENARIO_LIST = "scenarios";
    private static final FetchResult.Missing UNPAID =
            new FetchResult.Missing("list", "runs", "was not asked for to its end by an earlier fetch");

    private final Fetcher fetcher;
    private final FetchRequest request;
    private final Previous previous;
    private final Archive archive;
    private final ApiClient client;
    private final Ledger ledger = new Ledger();
    private final Records records;
    private final Instant began;

    /** Lists that this fetch does not ask for, and an earlier one should have; null for none. */
    private final @Nullable ListDebt unpaid;

    /** Lists that are owed until they were read; null for none. */
    private final @Nullable ListDebt debt;

    /** What is known of runs that are to be brought, by id. */
    private final Map<String, Wanted> runs = new LinkedHashMap<>();

    private final Set<String> namedScenarios = new ConcurrentSkipListSet<>();
    private final Set<String> namedBatches = new ConcurrentSkipListSet<>();
    private volatile boolean isListing = true;

    Round(Fetcher fetcher, FetchRequest request, Previous previous, Archive archive, ApiClient client) {
        this.fetcher = fetcher;
        this.request = request;
        this.previous = previous;
        this.archive = archive;
        this.client = client;
        began = fetcher.clock().instant();
        unpaid = previous.unpaidBy(request);
        ListDebt asked = ListDebt.of(request);
        debt = !request.discover() ? unpaid : unpaid == null ? asked : asked.with(unpaid);
        Keeping keeping = new Keeping(request.transcripts(), fetcher.redaction(), fetcher.key());
        records = new Records(client, archive, keeping, ledger, request.refresh(), this::progress);
    }

    FetchResult run() throws IOException, InterruptedException {
        archive.writeState(state(null, result(), owed(), debt));
        Map<Awaited, String> overdue = request.patience().isZero()
                ? Map.of()
                : new Patience(client, fetcher.limits(), fetcher.listener()).await(request);
        client.startDeadline(fetcher.limits().deadline());
        bringNamed();
        if (request.discover()) {
            discover();
        }
        isListing = false;
        // First what is known to be named: that is little, and runs that fail again and again would end the fetch
        // before.
        bringWhatRunsName();
        bringRuns();
        bringWhatRunsName();
        // Batches whose last runs have finished meanwhile.
        records.bringAgain(RecordKind.BATCH, byOther(ledger.unfinished(RecordKind.BATCH)));
        overdue.forEach((one, status) -> {
            if (ledger.unfinished(one.kind()).contains(one.id())) {
                ledger.missing(one.kind(), one.id(), Patience.overdue(status, request.patience()));
            }
        });
        FetchResult result = result();
        archive.writeState(state(
                fetcher.clock().instant(),
                unpaid == null ? result : result.alsoMissing(UNPAID),
                unfinished(),
                ledger.isListMissing() ? debt : unpaid));
        return result;
    }

    /** What has to be asked for should this fetch be killed. */
    private Map<RecordKind, List<String>> owed() {
        Map<RecordKind, List<String>> named = Map.of(
                RecordKind.RUN, request.runs(),
                RecordKind.BATCH, request.batches(),
                RecordKind.SIMULATION_SET, request.simulationSets(),
                RecordKind.SCENARIO, request.scenarios());
        Map<RecordKind, List<String>> owed = new EnumMap<>(RecordKind.class);
        named.forEach((kind, ids) -> owed.put(
                kind,
                Stream.concat(previous.owed(kind).stream(), ids.stream())
                        .distinct()
                        .toList()));
        return owed;
    }

    /** Batches and simulation sets first: they name runs. Those that are owed were named once. */
    private void bringNamed() throws IOException, InterruptedException {
        List<ObjectNode> documents = Collections.synchronizedList(new ArrayList<>());
        records.bring(RecordKind.BATCH, byUser(request.batches()), documents::add);
        records.bring(RecordKind.BATCH, byOther(previous.owed(RecordKind.BATCH)), documents::add);
        records.bring(RecordKind.SIMULATION_SET, byUser(request.simulationSets()), documents::add);
        records.bring(RecordKind.SIMULATION_SET, byOther(previous.owed(RecordKind.SIMULATION_SET)), documents::add);
        for (ObjectNode document : documents) {
            for (ObjectNode entry : Named.runs(document)) {
                ListedRun run = ListedRun.of(entry);
                if (run != null) {
                    runs.put(run.id(), Wanted.listed(run));
                }
            }
            Named.figures(document).forEach(figures -> {
                Named.scenario(figures).ifPresent(namedScenarios::add);
                Named.worstRun(figures).ifPresent(id -> runs.putIfAbsent(id, Wanted.byOther(id)));
            });
        }
        request.runs().forEach(id -> runs.put(id, Wanted.byUser(id)));
    }

    private void discover() throws IOException, InterruptedException {
        records.bring(RecordKind.SCENARIO, byUser(request.scenarios()), document -> {});
        for (Map<String, String> filter : filters()) {
            if (!filter.containsKey("scenario_id")) {
                listScenarios(filter);
            }
            int known = runs.size();
            RunWalk.Result listed = new RunWalk(client, filter, request.since(), met -> found(known + met)).walk();
            listed.runs().forEach((id, run) -> runs.merge(id, Wanted.listed(run), Wanted::with));
            if (listed.failure() != null) {
                ledger.missingList("runs", listed.failure(), listed.unlisted());
            }
        }
        for (Wanted run : runs.values()) {
            run.told().batch().ifPresent(namedBatches::add);
            run.told().scenarioId().ifPresent(namedScenarios::add);
        }
        if (client.stopped() != null || (runs.isEmpty() && ledger.isListMissing())) {
            return;
        }
        fetcher.listener()
                .stage("found " + counted(runs.size(), RecordKind.RUN) + " and "
                        + counted(ledger.counts(RecordKind.SCENARIO).asked(), RecordKind.SCENARIO));
    }

    private static String counted(long count, RecordKind kind) {
        return count + " " + (count == 1 ? kind.one() : kind.many());
    }

    /** The lists that are asked for, each by what its entries must have. */
    private List<Map<String, String>> filters() {
        List<Map<String, String>> filters = new ArrayList<>();
        request.pathways().forEach(id -> filters.add(Map.of("pathway_id", id)));
        request.personas().forEach(id -> filters.add(Map.of("persona_id", id)));
        request.scenarios().forEach(id -> filters.add(Map.of("scenario_id", id)));
        return filters.isEmpty() ? List.of(Map.of()) : filters;
    }

    private void listScenarios(Map<String, String> filter) throws IOException, InterruptedException {
        Answer answer = Answers.await(client.get(client.address().of(RecordKind.SCENARIO, filter)));
        if (answer instanceof Found found) {
            JsonNode list = found.document().isArray()
                    ? found.document()
                    : found.document().path("scenarios");
            if (!list.isArray()) {
                ledger.missingList(SCENARIO_LIST, "answers with something that is no list of scenarios", 0);
            }
            keepScenarios(list);
        } else if (answer instanceof Gone gone) {
            ledger.missingList(SCENARIO_LIST, gone.why(), 0);
        } else if (answer instanceof Failed failed) {
            ledger.missingList(SCENARIO_LIST, failed.why(), 0);
        }
    }

    private void keepScenarios(JsonNode list) {
        int nameless = 0;
        for (JsonNode entry : list) {
            String id = entry instanceof ObjectNode scenario ? Named.of(RecordKind.SCENARIO, scenario) : null;
            if (id == null) {
                nameless++;
            } else if (entry instanceof ObjectNode scenario && ledger.ask(RecordKind.SCENARIO, id)) {
                records.keep(RecordKind.SCENARIO, id, scenario);
            }
        }
        if (nameless > 0) {
            ledger.missingList(SCENARIO_LIST, "holds " + nameless + " entries without an id", 0);
        }
    }

    private void bringRuns() throws IOException, InterruptedException {
        previous.owed(RecordKind.RUN).forEach(id -> runs.putIfAbsent(id, Wanted.byOther(id)));
        records.bring(RecordKind.RUN, runs.values(), run -> {
            Named.scenario(run).ifPresent(namedScenarios::add);
            Named.batch(run).ifPresent(namedBatches::add);
        });
        // Some may have finished while others were asked for.
        records.bringAgain(RecordKind.RUN, runs.values());
    }

    private void bringWhatRunsName() throws IOException, InterruptedException {
        namedScenarios.addAll(previous.owed(RecordKind.SCENARIO));
        records.bring(RecordKind.BATCH, byOther(namedBatches), batch -> {});
        records.bring(RecordKind.SCENARIO, byOther(namedScenarios), scenario -> {});
    }

    private static List<Wanted> byUser(List<String> ids) {
        return ids.stream().map(Wanted::byUser).toList();
    }

    private static List<Wanted> byOther(Iterable<String> ids) {
        List<Wanted> wanted = new ArrayList<>();
        ids.forEach(id -> wanted.add(Wanted.byOther(id)));
        return wanted;
    }

    private void progress() {
        fetcher.listener().progress(() -> {
            FetchResult.Counts counts = ledger.counts(RecordKind.RUN);
            long requests = client.counts().totals().sent();
            return new Progress(
                    Math.max(runs.size(), counts.asked()),
                    counts.fetched(),
                    counts.cached(),
                    ledger.failed(RecordKind.RUN),
                    isListing,
                    requests);
        });
    }

    private void found(long found) {
        fetcher.listener()
                .progress(() -> new Progress(
                        found, 0, 0, 0, true, client.counts().totals().sent()));
    }

    private Map<RecordKind, List<String>> unfinished() {
        Map<RecordKind, List<String>> unfinished = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            unfinished.put(kind, ledger.unfinished(kind));
        }
        return unfinished;
    }

    private FetchResult result() {
        Map<RecordKind, FetchResult.Counts> counts = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            counts.put(kind, ledger.counts(kind));
        }
        return new FetchResult(
                counts,
                ledger.missing(),
                ledger.gone(),
                client.stopped(),
                client.counts().totals().sent());
    }

    private ObjectNode state(
            @Nullable Instant ended,
            FetchResult result,
            Map<RecordKind, List<String>> unfinished,
            @Nullable ListDebt owed) {
        return StateFile.of(
                fetcher.version(),
                fetcher.address(),
                request,
                began,
                ended,
                result,
                unfinished,
                owed,
                client.counts().totals(),
                fetcher.redaction().counts());
    }
}
