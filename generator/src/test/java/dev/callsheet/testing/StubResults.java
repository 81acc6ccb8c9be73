package dev.callsheet.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results that a {@link StubApi} serves, in the shapes of the API. Safe for many threads once all is read. */
final class StubResults {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> RUN_FILTERS =
            List.of("scenario_id", "pathway_id", "persona_id", "batch_id", "status");
    private static final List<String> SCENARIO_FILTERS = List.of("pathway_id", "persona_id", "category", "enabled");
    private static final List<String> ONLY_IN_SCENARIO_DETAIL =
            List.of("request_data", "start_node_id", "input_messages", "advanced_instructions", "metadata");
    private static final List<String> IN_RUN_LIST = List.of(
            "id",
            "scenario_id",
            "pathway_id",
            "persona_id",
            "batch_id",
            "status",
            "overall_score",
            "turn_count",
            "duration_ms",
            "created_at",
            "scenario",
            "assertion_results");
    private static final List<String> ONLY_OUTSIDE_BATCH = List.of("pathway_id", "persona_id", "batch_id");
    private static final Set<String> FINISHED = Set.of("PASSED", "FAILED", "ERROR", "CANCELLED");
    private static final Comparator<JsonNode> NEWEST_FIRST = Comparator.<JsonNode, String>comparing(
                    result -> text(result, "created_at"))
            .thenComparing(result -> text(result, "id"))
            .reversed();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<String, ObjectNode> scenarios = new TreeMap<>();
    private final Map<String, ObjectNode> batches = new HashMap<>();
    private final Map<String, ObjectNode> sets = new HashMap<>();
    private final Map<String, ObjectNode> runs = new ConcurrentHashMap<>();
    /** How often a run, a batch or a set is still to be seen unfinished. */
    private final Map<String, AtomicInteger> late = new ConcurrentHashMap<>();

    private final AtomicLong newRuns = new AtomicLong();

    /** Reads every {@code .json}, {@code .ndjson} and {@code .jsonl} below a directory, each also as {@code .gz}. */
    StubResults(Path directory) throws IOException {
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path file : below.filter(StubResults::isResult).sorted().toList()) {
                read(file);
            }
        }
        runs.replaceAll((id, run) -> completed(run));
    }

    private static boolean isResult(Path file) {
        return file.toString().matches(".*\\.(json|ndjson|jsonl)(\\.gz)?") && Files.isRegularFile(file);
    }

    private void read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                MappingIterator<JsonNode> documents =
                        JSON.readerFor(JsonNode.class).readValues(plain)) {
            documents.forEachRemaining(this::add);
        } catch (JacksonException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void add(JsonNode found) {
        if (found.isArray()) {
            found.forEach(this::add);
        } else if (found.path("data").isContainer() && !found.has("id")) {
            add(found.get("data"));
        } else if (found instanceof ObjectNode document) {
            document.path("scenarios").forEach(this::add);
            document.path("runs").forEach(run -> addEntry(document, run));
            addRecord(text(document, "id"), document);
        }
    }

    private void addEntry(ObjectNode around, JsonNode entry) {
        if (entry instanceof ObjectNode run) {
            ObjectNode copy = copy(run);
            if (around.has("id") && !run.has("batch_id")) {
                copy.set("batch_id", around.get("id"));
            }
            addRecord(text(run, "id"), copy);
        }
    }

    private void addRecord(String id, ObjectNode document) {
        if (id.isEmpty()) {
            return;
        }
        if (document.has("scenario_id")) {
            runs.merge(id, document, StubResults::joined);
        } else if (document.has("runs")) {
            batches.put(id, document);
        } else if (document.has("simulations_per_scenario")) {
            sets.put(id, document);
        } else if (document.has("tester_persona_prompt")) {
            scenarios.put(id, document);
        }
    }

    /** A detail wins over an entry of a batch or a list, which adds what only it knows: the name of the scenario. */
    private static ObjectNode joined(ObjectNode before, ObjectNode now) {
        boolean keeps = isDetail(before) && !isDetail(now);
        ObjectNode joined = copy(keeps ? now : before);
        return joined.setAll(keeps ? before : now);
    }

    /** With what an entry of a batch leaves out, and a detail. */
    private ObjectNode completed(ObjectNode run) {
        ObjectNode scenario = scenarios.get(text(run, "scenario_id"));
        if (scenario == null) {
            return run;
        }
        ObjectNode completed = copy(run);
        completed.putIfAbsent("pathway_id", scenario.get("pathway_id"));
        completed.putIfAbsent("persona_id", scenario.get("persona_id"));
        if (!run.has("scenario")) {
            completed.putObject("scenario").setAll(scenario).retain("id", "name");
        }
        return completed;
    }

    /** Copies runs under new ids, to nights and batches before the first, until there are so many. */
    void copyUntil(int wanted) {
        List<ObjectNode> known = newestFirst();
        if (wanted > 0 && known.isEmpty()) {
            throw new IllegalArgumentException("there is no run to copy");
        }
        for (int i = 0; runs.size() < wanted; i++) {
            ObjectNode run = known.get(i % known.size());
            int round = i / known.size() + 1;
            Duration span = Duration.between(created(known.get(known.size() - 1)), created(known.get(0)));
            String batch = text(run, "batch_id");
            addCopy(
                    run,
                    round,
                    created(run).minus(round * (span.toDays() + 1), ChronoUnit.DAYS),
                    batch.isEmpty() ? null : uuid(batch, round));
        }
    }

    /** A new run comes to the front of the list, made of the newest that is finished. */
    void addNewRun() {
        List<ObjectNode> known = newestFirst();
        known.stream()
                .filter(StubResults::isFinished)
                .findFirst()
                .ifPresent(run -> addCopy(
                        run, -newRuns.incrementAndGet(), created(known.get(0)).plusSeconds(1), null));
    }

    void removeNewestRun() {
        newestFirst().stream().limit(1).forEach(run -> runs.remove(text(run, "id")));
    }

    private void addCopy(ObjectNode run, long number, Instant created, @Nullable String batch) {
        String id = uuid(text(run, "id"), number);
        runs.put(
                id,
                copy(run).put("id", id).put("created_at", TIME.format(created)).put("batch_id", batch));
    }

    /**
     * Lets the newest run of a batch, together with its batch, and the newest simulation set be RUNNING, until asked for
     * so often.
     */
    void delay(int times) {
        late.clear();
        AtomicInteger together = new AtomicInteger(times);
        newestFirst().stream()
                .filter(run -> isFinished(run) && !text(run, "batch_id").isEmpty())
                .limit(1)
                .forEach(run -> Stream.of("id", "batch_id").forEach(id -> late.put(text(run, id), together)));
        sets.values().stream().min(NEWEST_FIRST).ifPresent(set -> late.put(text(set, "id"), new AtomicInteger(times)));
    }

    private boolean isLate(String id, int timesNow) {
        AtomicInteger left = late.get(id);
        return left != null && left.getAndAdd(-timesNow) > 0;
    }

    int countRuns() {
        return runs.size();
    }

    ObjectNode runList(Map<String, String> query) {
        int limit = number(query.getOrDefault("limit", "50"), 1, 100);
        int offset = number(query.getOrDefault("offset", "0"), 0, Integer.MAX_VALUE);
        List<ObjectNode> all = newestFirst().stream()
                .map(this::entry)
                .filter(run -> matches(run, RUN_FILTERS, query))
                .toList();
        ObjectNode list = JSON.createObjectNode();
        list.putArray("runs").addAll(all.stream().skip(offset).limit(limit).toList());
        return list.put("total_count", all.size());
    }

    ArrayNode scenarioList(Map<String, String> query) {
        Map<String, ObjectNode> newest = new HashMap<>();
        newestFirst().forEach(run -> newest.putIfAbsent(text(run, "scenario_id"), entry(run)));
        ArrayNode list = JSON.createArrayNode();
        for (ObjectNode scenario : scenarios.values()) {
            if (matches(scenario, SCENARIO_FILTERS, query)) {
                ObjectNode entry = copy(scenario);
                entry.remove(ONLY_IN_SCENARIO_DETAIL);
                list.add(entry.putPOJO("most_recent_run", mostRecent(newest.get(text(scenario, "id")))));
            }
        }
        return list;
    }

    private static @Nullable ObjectNode mostRecent(@Nullable ObjectNode run) {
        if (run == null) {
            return null;
        }
        Instant ended = created(run).plusMillis(run.path("duration_ms").asLong(0));
        ObjectNode shown = JSON.createObjectNode();
        shown.set("id", run.path("id"));
        shown.set("status", run.path("status"));
        shown.set("score", run.path("overall_score"));
        return shown.put("completed_at", isFinished(run) ? TIME.format(ended) : null);
    }

    @Nullable
    ObjectNode scenario(String id) {
        return scenarios.get(id);
    }

    /** All that is known of a run; of one that only a batch or a list names, that is little. */
    @Nullable
    ObjectNode run(String id) {
        ObjectNode run = runs.get(id);
        if (run == null) {
            return null;
        }
        ObjectNode seen = isLate(id, 1) ? unfinished(run) : copy(run);
        if (isDetail(run)) {
            seen.remove("scenario");
        }
        return seen;
    }

    /** A batch with its runs; one that only runs name is made of them. */
    @Nullable
    ObjectNode batch(String id) {
        List<ObjectNode> entries = newestFirst().stream()
                .filter(run -> text(run, "batch_id").equals(id))
                .map(run -> entry(run).remove(ONLY_OUTSIDE_BATCH))
                .toList();
        ObjectNode known = batches.get(id);
        if (known == null && entries.isEmpty()) {
            return null;
        }
        ObjectNode batch = known == null ? batchOf(id, entries) : copy(known);
        batch.putArray("runs").addAll(entries);
        return isLate(id, 1) ? batch.put("status", "RUNNING") : batch;
    }

    private static ObjectNode batchOf(String id, List<ObjectNode> runs) {
        long passed = runs.stream()
                .filter(run -> text(run, "status").equals("PASSED"))
                .count();
        long failed = runs.stream()
                .filter(run -> text(run, "status").equals("FAILED"))
                .count();
        boolean finished = runs.stream().allMatch(StubResults::isFinished);
        return JSON.createObjectNode()
                .put("id", id)
                .put("status", !finished ? "RUNNING" : passed == runs.size() ? "PASSED" : "FAILED")
                .put("total_scenarios", runs.size())
                .put("passed_scenarios", passed)
                .put("failed_scenarios", failed)
                .put("trigger_source", "api")
                .put("publish_on_pass", false)
                .put("created_at", text(runs.get(runs.size() - 1), "created_at"));
    }

    @Nullable
    ObjectNode simulationSet(String id) {
        ObjectNode set = sets.get(id);
        return set != null && isLate(id, 1)
                ? copy(set).put("status", "RUNNING").putNull("statistics").putNull("completed_at")
                : set;
    }

    /** A run as lists show it. */
    private ObjectNode entry(ObjectNode run) {
        ObjectNode entry = isLate(text(run, "id"), 0) ? unfinished(run) : copy(run);
        return entry.retain(IN_RUN_LIST);
    }

    private static ObjectNode unfinished(ObjectNode run) {
        ObjectNode seen = copy(run).put("status", "RUNNING").putNull("overall_score");
        seen.putArray("assertion_results");
        return isDetail(run) ? seen.putNull("bland_tone_score") : seen;
    }

    private static boolean matches(ObjectNode result, List<String> filters, Map<String, String> query) {
        return filters.stream()
                .allMatch(name -> query.getOrDefault(name, text(result, name)).equals(text(result, name)));
    }

    private List<ObjectNode> newestFirst() {
        return runs.values().stream().sorted(NEWEST_FIRST).toList();
    }

    private static boolean isDetail(ObjectNode run) {
        return run.has("chat_history");
    }

    private static boolean isFinished(ObjectNode run) {
        return FINISHED.contains(text(run, "status"));
    }

    private static Instant created(ObjectNode run) {
        return Instant.parse(text(run, "created_at"));
    }

    private static String text(JsonNode result, String field) {
        return result.path(field).asString("");
    }

    /** An object of its own, with the same values. */
    private static ObjectNode copy(ObjectNode original) {
        return JSON.createObjectNode().setAll(original);
    }

    private static String uuid(String of, long number) {
        return UUID.nameUUIDFromBytes((of + "/" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static int number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("expected a number from " + least + " to " + most + ", found " + text);
        }
        return Integer.parseInt(text);
    }
}
