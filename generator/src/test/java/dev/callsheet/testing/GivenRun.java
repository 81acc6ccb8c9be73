package dev.callsheet.testing;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import dev.callsheet.model.ToneScores;
import dev.callsheet.model.Turn;
import dev.callsheet.model.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as one document gives it. */
public final class GivenRun implements Given {

    private final String id;
    private RunOrigin origin = RunOrigin.DETAIL;
    private Place place;
    private String scenarioId = "s";
    private @Nullable String scenarioName;
    private @Nullable String pathwayId;
    private @Nullable String batchId;
    private boolean deniesBatch;
    private String status = "PASSED";
    private @Nullable Score score;
    private @Nullable Integer turnCount;
    private @Nullable Long durationMs;
    private @Nullable Instant createdAt;
    private @Nullable String version;
    private final Map<ToneDimension, Score> tone = new EnumMap<>(ToneDimension.class);
    private final List<AssertionResult> assertions = new ArrayList<>();
    private List<String> nodes = List.of();
    private @Nullable String currentNodeId;
    private final List<Turn> chat = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private @Nullable String errorMessage;
    private final List<@Nullable String> reasonings = new ArrayList<>();
    private final List<ToneIssue> issues = new ArrayList<>();
    private final List<ToneExample> examples = new ArrayList<>();

    GivenRun(String id) {
        this.id = id;
        place = Given.place(id + ".json");
    }

    public GivenRun from(RunOrigin document) {
        origin = document;
        return this;
    }

    public GivenRun in(String file) {
        return in(Given.place(file));
    }

    public GivenRun in(Place where) {
        place = where;
        return this;
    }

    public GivenRun of(String scenario) {
        scenarioId = scenario;
        return this;
    }

    public GivenRun named(String name) {
        scenarioName = name;
        return this;
    }

    public GivenRun pathway(String pathway) {
        pathwayId = pathway;
        return this;
    }

    public GivenRun batch(String batch) {
        batchId = batch;
        return this;
    }

    public GivenRun denyingBatch() {
        deniesBatch = true;
        return this;
    }

    /** The status as the document spells it. */
    public GivenRun status(String word) {
        status = word;
        return this;
    }

    public GivenRun failed() {
        return status("FAILED");
    }

    public GivenRun errored() {
        return status("ERROR");
    }

    public GivenRun running() {
        return status("RUNNING");
    }

    public GivenRun score(String decimal) {
        score = Given.score(decimal);
        return this;
    }

    public GivenRun turns(int count) {
        turnCount = count;
        return this;
    }

    public GivenRun lasting(long millis) {
        durationMs = millis;
        return this;
    }

    /** An instant, or a date for its first moment in UTC. */
    public GivenRun at(String instant) {
        createdAt = Instant.parse(instant.length() == "2026-04-14".length() ? instant + "T00:00:00Z" : instant);
        return this;
    }

    public GivenRun version(String pathwayVersion) {
        version = pathwayVersion;
        return this;
    }

    public GivenRun tone(ToneDimension dimension, String decimal) {
        tone.put(dimension, Given.score(decimal));
        return this;
    }

    /** An assertion result of type {@code contains}, with the reasoning of its judge. */
    public GivenRun check(String assertionId, Verdict verdict, @Nullable String reasoning) {
        return check(new AssertionKey(assertionId, "contains", null, null, null), verdict, reasoning);
    }

    public GivenRun check(AssertionKey key, Verdict verdict) {
        return check(key, verdict, null);
    }

    public GivenRun check(AssertionKey key, Verdict verdict, @Nullable String reasoning) {
        assertions.add(new AssertionResult(key, verdict, null));
        reasonings.add(reasoning);
        return this;
    }

    public GivenRun nodes(String... visited) {
        nodes = List.of(visited);
        return this;
    }

    /** The node where the call stood last. */
    public GivenRun endingAt(String node) {
        currentNodeId = node;
        return this;
    }

    /** A turn of the agent. */
    public GivenRun says(String content) {
        chat.add(new Turn("assistant", content));
        return this;
    }

    public GivenRun callerSays(String content) {
        chat.add(new Turn("user", content));
        return this;
    }

    public GivenRun variable(String name, String value) {
        variables.add(new Variable(name, value));
        return this;
    }

    public GivenRun error(String message) {
        errorMessage = message;
        return this;
    }

    public GivenRun issue(String text) {
        return issue(null, text);
    }

    public GivenRun issue(@Nullable String category, String text) {
        issues.add(new ToneIssue(category, text));
        return this;
    }

    /** A bad example of empathy. */
    public GivenRun example(int turn, String text) {
        return example(new ToneExample(turn, "empathy", text, "negative"));
    }

    public GivenRun example(ToneExample example) {
        examples.add(example);
        return this;
    }

    public Run record() {
        RunFacts facts = new RunFacts(
                origin,
                place,
                id,
                scenarioId,
                scenarioName,
                pathwayId,
                null,
                batchId,
                deniesBatch,
                RunStatus.of(status),
                status,
                score,
                turnCount,
                durationMs,
                createdAt,
                version,
                tone.isEmpty() ? ToneScores.NONE : new ToneScores(tone),
                assertions,
                nodes,
                currentNodeId);
        return new Run(facts, new RunText(chat, variables, errorMessage, reasonings, issues, examples));
    }

    @Override
    public void to(RecordSink sink) {
        sink.run(record());
    }
}
