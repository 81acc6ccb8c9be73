package dev.callsheet.source;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Fetch.Missing;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a fetch says of itself, {@code fetch.json}. A fetch is taken as complete only when all that could speak
 * against it was readable and does not.
 */
final class FetchParser {

    static final Set<String> FIELDS = Set.of(
            "schema",
            "api",
            "began_at",
            "ended_at",
            "complete",
            "runs",
            "scenarios",
            "batches",
            "simulation_sets",
            "missing");

    /** The fields of a kind's counts. */
    static final Set<String> COUNTS = Set.of("asked", "received", "fetched", "cached", "unfinished", "gone", "missing");

    private static final String SCHEMAS = "callsheet.fetch/";
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,255}(?:/[A-Za-z0-9._~/-]{0,200})?");

    private final Fields fields;
    private final RecordProblems problems;
    /** Whether every value was readable, and none contradicted another. */
    private boolean sound = true;

    private FetchParser(Fields fields) {
        this.fields = fields;
        this.problems = fields.problems();
    }

    /** Whether a document calls itself the statement of a fetch, of this version or another. */
    static boolean isFetch(ObjectNode document) {
        JsonNode schema = document.get("schema");
        return schema != null && schema.isString() && schema.stringValue().startsWith(SCHEMAS);
    }

    /** The statement; one of another version as that of a fetch of which nothing is known. Problems go to the sink. */
    static Fetch parse(ObjectNode document, Place place, RecordSink sink) {
        RecordProblems problems = new RecordProblems(sink, place);
        try {
            Fields fields = new Fields(document, place, problems);
            JsonNode schema = document.get("schema");
            if (!schema.stringValue().equals(Fetch.SCHEMA)) {
                String hint = "whether that fetch is complete cannot be told: read it with the version that wrote it";
                problems.rejected(fields.at("schema"), "the text \"" + Fetch.SCHEMA + "\"", Shown.value(schema), hint);
                return Fetch.unknown(place);
            }
            return new FetchParser(fields).read();
        } finally {
            problems.close();
        }
    }

    private Fetch read() {
        String api = api();
        Instant began = fields.time("began_at");
        Instant ended = fields.time("ended_at");
        boolean said = saysComplete();
        List<Missing> missing = missing();
        SortedMap<Kind, Counts> counts = new TreeMap<>();
        for (Kind kind : Kind.RECORDS) {
            long listed = missing.stream().filter(m -> m.kind() == kind).count();
            counts.put(kind, fitting(kind, counts(kind), listed));
        }
        boolean nothingMissing =
                sound && missing.isEmpty() && counts.values().stream().allMatch(c -> c.missing() == 0);
        if (said && (ended == null || !nothingMissing)) {
            String expected =
                    ended == null ? "false while there is no ended_at" : "false while something is missing or unclear";
            problems.conflict(fields.at("complete"), expected, "true", "the fetch is not taken as complete");
        }
        return new Fetch(
                fields.place(), true, api, began, ended, said && ended != null && nothingMissing, counts, missing);
    }

    /** Without what an address may hold of secrets; what is none is not repeated for the same reason. */
    private @Nullable String api() {
        String api = fields.line("api");
        if (api != null && !ADDRESS.matcher(api).matches()) {
            String expected = "an http(s) address without user, password and query";
            problems.value(fields.at("api"), expected, "another text", "");
            return null;
        }
        return api;
    }

    private boolean saysComplete() {
        Boolean complete = fields.flag("complete");
        if (fields.get("complete") == null) {
            problems.value(fields.at("complete"), "true or false", "nothing", "the fetch is not taken as complete");
        }
        return complete != null && complete;
    }

    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        Map<Kind, Set<String>> seen = new EnumMap<>(Kind.class);
        JsonNode list = fields.get("missing");
        if (list == null) {
            problems.value(fields.at("missing"), "a list", "nothing", "the fetch is not taken as complete");
        }
        sound &= list != null && list.isArray();
        for (Fields entry : fields.objects("missing")) {
            Missing read = entry == null ? null : missing(entry);
            if (read == null) {
                sound = false;
            } else if (seen.computeIfAbsent(read.kind(), kind -> new HashSet<>())
                    .add(read.kind() == Kind.LIST ? read.id() + ": " + read.why() : read.id())) {
                // A list is asked for once a filter, and may fail for several reasons.
                missing.add(read);
            } else {
                problems.doubtful(read.place(), "each missing record once", "the same again", "it is counted once");
            }
        }
        return missing;
    }

    private @Nullable Missing missing(Fields entry) {
        Kind kind = kind(entry);
        String id = entry.id("id");
        if (id == null && entry.get("id") == null) {
            problems.value(entry.at("id"), Ids.EXPECTED, "nothing", "");
        }
        return kind == null || id == null ? null : new Missing(entry.place(), kind, id, entry.line("why"));
    }

    private @Nullable Kind kind(Fields entry) {
        JsonNode word = entry.get("kind");
        for (Kind kind : Kind.values()) {
            if (word != null && word.isString() && word.stringValue().equals(kind.id())) {
                return kind;
            }
        }
        problems.value(entry.at("kind"), "run, scenario, batch, simulation_set or list", Shown.value(word), "");
        return null;
    }

    private Counts counts(Kind kind) {
        Fields counts = fields.object(kind.member());
        if (counts == null) {
            sound = false;
            if (fields.get(kind.member()) == null) {
                problems.value(fields.at(kind.member()), "an object with counts", "nothing", "");
            }
            return Counts.NONE;
        }
        return new Counts(
                count(counts, "asked"),
                count(counts, "received"),
                count(counts, "fetched"),
                count(counts, "cached"),
                count(counts, "unfinished"),
                count(counts, "gone"),
                count(counts, "missing"));
    }

    private long count(Fields counts, String name) {
        Integer count = counts.count(name);
        if (count != null) {
            return count;
        }
        sound = false;
        if (counts.get(name) == null) {
            problems.value(counts.at(name), "a whole number", "nothing", "");
        }
        return 0;
    }

    /** The counts, made to fit each other and what is listed; of two numbers of missing ones the greater is believed. */
    private Counts fitting(Kind kind, Counts counts, long listed) {
        long there = counts.received() + counts.gone();
        long missing = Math.max(Math.max(counts.missing(), listed), counts.asked() - there);
        Counts fitting = new Counts(
                there + missing,
                counts.received(),
                counts.fetched(),
                counts.cached(),
                counts.unfinished(),
                counts.gone(),
                missing);
        if (!fitting.equals(counts)) {
            sound = false;
            problems.conflict(
                    fields.at(kind.member()),
                    "as many asked as received, gone and missing together, and as many missing as are listed",
                    counts.asked() + " asked, " + counts.received() + " received, " + counts.gone() + " gone, "
                            + counts.missing() + " missing, " + listed + " listed",
                    "taken as " + fitting.asked() + " asked and " + missing + " missing");
        }
        return fitting;
    }
}
