package dev.callsheet.source;

import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Turn;
import dev.callsheet.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a run, in the long form of Get Test Run or the short form of lists and batches. */
final class RunParser {

    /** The fields that are read; {@code metadata} is not, which may be hundreds of kilobytes. */
    static final Set<String> FIELDS = Set.of(
            "id",
            "run_id",
            "scenario_id",
            "scenario",
            "pathway_id",
            "persona_id",
            "batch_id",
            "status",
            "overall_score",
            "turn_count",
            "duration_ms",
            "created_at",
            "version_number",
            "pathway_version",
            "bland_tone_score",
            "assertion_results",
            "nodes_visited",
            "current_node_id",
            "chat_history",
            "variables_extracted",
            "error_message");

    // Fields of Get Test Run that no list has.
    private static final Set<String> DETAIL_FIELDS = Set.of(
            "chat_history",
            "variables_extracted",
            "nodes_visited",
            "current_node_id",
            "bland_tone_score",
            "error_message");
    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private RunParser() {}

    /** Whether the run is in the long form, when nothing around it says which form it is in. */
    static RunOrigin origin(ObjectNode run) {
        return DETAIL_FIELDS.stream().anyMatch(run::has) ? RunOrigin.DETAIL : RunOrigin.LIST;
    }

    /** The run, or null when it was left out; problems go to the sink. */
    static @Nullable Run parse(ObjectNode run, Place place, RunOrigin origin, RecordSink sink) {
        RecordProblems problems = new RecordProblems(sink, place);
        try {
            return parse(new Fields(run, place, problems), origin);
        } finally {
            problems.close();
        }
    }

    private static @Nullable Run parse(Fields run, RunOrigin origin) {
        String id = run.requiredId(run.get("id") == null && run.get("run_id") != null ? "run_id" : "id");
        if (id == null) {
            return null;
        }
        run.problems().concern(id);
        String status = status(run);
        Fields scenario = run.object("scenario");
        String scenarioId = status == null ? null : scenarioId(run, scenario);
        if (status == null || scenarioId == null) {
            return null;
        }
        RunStatus known = RunStatus.of(status);
        AssertionParser.Results results = AssertionParser.parse(run, known);
        Fields toneScore = run.object("bland_tone_score");
        ToneParser.Tone tone = toneScore == null ? ToneParser.NO_TONE : ToneParser.parse(toneScore);
        RunFacts facts = new RunFacts(
                origin,
                run.place(),
                id,
                scenarioId,
                scenario == null ? null : scenario.line("name"),
                run.id("pathway_id"),
                run.id("persona_id"),
                run.id("batch_id"),
                run.isNull("batch_id"),
                known,
                OneLine.shortened(status),
                run.score("overall_score"),
                run.count("turn_count"),
                duration(run),
                run.time("created_at"),
                version(run),
                tone.scores(),
                results.results(),
                run.lines("nodes_visited"),
                run.line("current_node_id"));
        String errorMessage = run.callText("error_message");
        List<Turn> chat = chat(run);
        List<Variable> variables = extracted(run);
        RunText text = new RunText(chat, variables, errorMessage, results.reasonings(), tone.issues(), tone.examples());
        return new Run(facts, text);
    }

    private static @Nullable String status(Fields run) {
        String expected = "PASSED, FAILED, ERROR, CANCELLED, PENDING or RUNNING";
        JsonNode status = run.get("status");
        if (status == null || !status.isString()) {
            String found = run.isNull("status") ? "null" : Shown.value(status);
            run.problems().rejected(run.at("status"), expected, found, "");
            return null;
        }
        if (RunStatus.of(status.stringValue()) == RunStatus.UNKNOWN) {
            run.problems()
                    .doubtful(
                            run.at("status"),
                            expected,
                            Shown.value(status),
                            "counted apart, neither as passed nor as failed");
        }
        return status.stringValue();
    }

    private static @Nullable String scenarioId(Fields run, @Nullable Fields scenario) {
        String nested = scenario == null ? null : scenario.id("id");
        if (scenario == null || nested == null) {
            return run.requiredId("scenario_id");
        }
        String own = run.id("scenario_id");
        if (own != null && !own.equals(nested)) {
            run.problems()
                    .conflict(
                            scenario.at("id"),
                            "the run's scenario_id, " + OneLine.quoted(own),
                            OneLine.quoted(nested),
                            "scenario_id is followed");
        }
        return own == null ? nested : own;
    }

    private static @Nullable Long duration(Fields run) {
        long duration = run.whole("duration_ms", DAY_MS, "a whole number of milliseconds from 0 to 24 hours");
        return duration < 0 ? null : (Long) duration;
    }

    private static @Nullable String version(Fields run) {
        String name = run.get("version_number") == null ? "pathway_version" : "version_number";
        JsonNode version = run.get(name);
        return version != null && version.isNumber() ? version.toString() : run.line(name);
    }

    private static List<Turn> chat(Fields run) {
        List<Turn> chat = new ArrayList<>();
        for (Fields turn : run.objects("chat_history")) {
            // A turn that cannot be read keeps its place, since tone examples point to turns by number.
            chat.add(turn == null ? new Turn(null, "") : turn(turn));
        }
        return chat;
    }

    private static Turn turn(Fields turn) {
        String role = turn.line("role");
        JsonNode given = turn.get("role");
        if (given == null || (given.isString() && role == null)) {
            turn.problems().value(turn.at("role"), "a text such as user or assistant", Shown.type(given), "");
        }
        String content = turn.callText("content");
        return new Turn(role, content == null ? "" : content);
    }

    private static List<Variable> extracted(Fields run) {
        Fields variables = run.object("variables_extracted");
        return variables == null ? List.of() : variables(variables);
    }

    /** Every field of an object: the text of strings, the JSON text of anything else. */
    static List<Variable> variables(Fields object) {
        List<Variable> variables = new ArrayList<>();
        for (String name : object.names()) {
            JsonNode value = object.get(name);
            String text = value == null ? "null" : value.isString() ? value.stringValue() : value.toString();
            variables.add(new Variable(Text.line(name), object.clean(text, object.at(name))));
        }
        return variables;
    }

    /** The same run, said to come from elsewhere. */
    static Run copy(Run run, RunOrigin origin, Place place, @Nullable String batchId) {
        RunFacts f = run.facts();
        RunFacts facts = new RunFacts(
                origin,
                place,
                f.id(),
                f.scenarioId(),
                f.scenarioName(),
                f.pathwayId(),
                f.personaId(),
                batchId,
                f.deniesBatch(),
                f.status(),
                f.statusText(),
                f.score(),
                f.turnCount(),
                f.durationMs(),
                f.createdAt(),
                f.version(),
                f.tone(),
                f.assertions(),
                f.nodes(),
                f.currentNodeId());
        return new Run(facts, run.text());
    }
}
