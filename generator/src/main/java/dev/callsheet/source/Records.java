package dev.callsheet.source;

import dev.callsheet.model.Batch;
import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunList;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the fields of a whole document into records of its kind, or into a problem that says what it is instead. */
final class Records {

    private static final int KEYS_SHOWN = 5;
    private static final String RESULTS = "a run, a batch, a scenario or a simulation set";

    private final Held held;
    private final InputLog input;

    Records(Held held, InputLog input) {
        this.held = held;
        this.input = input;
    }

    /**
     * Adds what a document is.
     *
     * @param runs its entries of {@code runs}; null when it has no such list
     * @param alone whether it is no entry of a list
     * @param mark where the records that were read inside it begin
     */
    void add(ObjectNode fields, @Nullable RunEntries runs, Place place, boolean alone, long mark) {
        DocumentKind kind = DocumentKind.of(fields, runs);
        switch (kind) {
            case RUN -> {
                held.rollBack(mark);
                addRun(fields, place);
            }
            case SIMULATION_SET -> {
                held.rollBack(mark);
                addSet(fields, place);
            }
            case SCENARIO -> {
                held.rollBack(mark);
                addScenario(fields, place, alone);
            }
            case FETCH -> {
                held.rollBack(mark);
                held.fetch(FetchParser.parse(fields, place, held));
            }
            case BATCH -> addBatch(fields, place, runs == null ? new RunEntries(held) : runs);
            default -> addOther(kind, fields, runs, place, alone, mark);
        }
    }

    /** @param alone whether it is no entry of a list */
    void addScenario(ObjectNode fields, Place place, boolean alone) {
        Scenario scenario = ScenarioParser.parse(fields, place, alone, held);
        if (scenario != null) {
            held.scenario(scenario);
        }
    }

    private void addRun(ObjectNode fields, Place place) {
        Run run = RunParser.parse(fields, place, RunParser.origin(fields), held);
        if (run != null) {
            held.run(run);
        }
    }

    private void addSet(ObjectNode fields, Place place) {
        SimulationSet set = SetParser.parse(fields, place, held);
        if (set != null) {
            held.simulationSet(set);
        }
    }

    private void addBatch(ObjectNode fields, Place place, RunEntries runs) {
        runs.areOfBatch(BatchParser.id(fields));
        Batch batch = BatchParser.parse(fields, place, runs.ids(), runs.statuses(), held);
        if (batch != null) {
            held.batch(batch);
        }
    }

    private void addOther(
            DocumentKind kind, ObjectNode fields, @Nullable RunEntries runs, Place place, boolean alone, long mark) {
        String noResult = kind.noResult();
        boolean payload = held.mark() != mark;
        Optional<String> error = ApiErrors.find(fields, payload || runs != null || noResult != null);
        if (noResult != null) {
            held.rollBack(mark);
            skip(place, Severity.INFO, noResult);
        } else if (kind == DocumentKind.RUN_LIST && runs != null) {
            addRunList(fields, place, runs);
        } else if (kind == DocumentKind.SCENARIO_WRAPPER && fields.get("scenario") instanceof ObjectNode scenario) {
            addScenario(scenario, place.at("scenario"), alone);
        } else if (!payload && error.isEmpty()) {
            skipEmpty(kind, fields, place);
        }
        error.ifPresent(words -> {
            String hint = "an error answer of the API was saved here: ask for it again";
            held.problem(new Problem(Kind.API_ERROR, Severity.ERROR, place, null, "a result", words, hint));
        });
        addIncomplete(fields, place);
    }

    private void addRunList(ObjectNode fields, Place place, RunEntries runs) {
        RecordProblems problems = new RecordProblems(held, place);
        Integer total = new Fields(fields, place, problems).count("total_count");
        problems.close();
        held.runList(new RunList(place, runs.count(), total));
    }

    private void addIncomplete(ObjectNode fields, Place place) {
        JsonNode more = fields.get("has_more");
        if (more != null && more.isBoolean() && more.booleanValue()) {
            String hint = "have all pages been saved?";
            held.problem(new Problem(
                    Kind.INCOMPLETE, Severity.INFO, place.at("has_more"), null, "the last page", "true", hint));
        }
    }

    private void skipEmpty(DocumentKind kind, ObjectNode fields, Place place) {
        if (kind == DocumentKind.ENVELOPE) {
            skip(place, Severity.INFO, "an answer without data");
        } else if (kind != DocumentKind.SCENARIO_LIST) {
            skip(place, input.isNamedJson() ? Severity.WARNING : Severity.INFO, keys(fields));
        }
    }

    private void skip(Place place, Severity severity, String found) {
        input.unusable(held, new Problem(Kind.SKIPPED, severity, place, null, RESULTS, found, ""));
    }

    private static String keys(ObjectNode fields) {
        if (fields.isEmpty()) {
            return "an empty object";
        }
        List<String> keys = new ArrayList<>();
        for (String key : fields.propertyNames()) {
            keys.add(keys.size() == KEYS_SHOWN ? "…" : OneLine.shortened(key));
            if (keys.size() > KEYS_SHOWN) {
                break;
            }
        }
        return "an object with the keys " + String.join(", ", keys);
    }
}
