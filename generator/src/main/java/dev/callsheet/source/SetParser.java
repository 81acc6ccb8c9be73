package dev.callsheet.source;

import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.Overall;
import dev.callsheet.model.SimulationSet.PerScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a simulation set, with its statistics or, as its creation answers, without. */
final class SetParser {

    static final Set<String> FIELDS = Set.of(
            "id",
            "simulation_set_id",
            "status",
            "simulations_per_scenario",
            "total_scenarios",
            "statistics",
            "created_at",
            "completed_at");

    private SetParser() {}

    /** The set, or null when it was left out; problems go to the sink. */
    static @Nullable SimulationSet parse(ObjectNode set, Place place, RecordSink sink) {
        RecordProblems problems = new RecordProblems(sink, place);
        try {
            return parse(new Fields(set, place, problems));
        } finally {
            problems.close();
        }
    }

    private static @Nullable SimulationSet parse(Fields set) {
        String id = set.requiredId(
                set.get("id") == null && set.get("simulation_set_id") != null ? "simulation_set_id" : "id");
        if (id == null) {
            return null;
        }
        set.problems().concern(id);
        Fields statistics = set.object("statistics");
        Fields overall = statistics == null ? null : statistics.object("overall");
        SimulationSet read = new SimulationSet(
                set.place(),
                id,
                set.line("status"),
                set.count("simulations_per_scenario"),
                set.count("total_scenarios"),
                statistics == null ? List.of() : perScenario(statistics),
                overall == null ? null : overall(overall),
                set.time("created_at"),
                set.time("completed_at"));
        SetChecks.check(read, set.problems());
        return read;
    }

    private static List<PerScenario> perScenario(Fields statistics) {
        List<PerScenario> read = new ArrayList<>();
        Fields map = statistics.object("per_scenario");
        if (map != null) {
            for (String key : map.names()) {
                Fields scenario = map.object(key);
                if (!Ids.isUsable(key)) {
                    map.problems().value(map.at(key), "a scenario's id as key", OneLine.quoted(key), "");
                } else if (scenario != null) {
                    read.add(perScenario(key, scenario));
                } else if (map.isNull(key)) {
                    map.problems().value(map.at(key), "an object", "null", "");
                }
            }
        }
        return read;
    }

    private static PerScenario perScenario(String key, Fields scenario) {
        String inner = scenario.id("scenario_id");
        if (inner != null && !inner.equals(key)) {
            scenario.problems()
                    .conflict(
                            scenario.at("scenario_id"),
                            "its key, " + OneLine.quoted(key),
                            OneLine.quoted(inner),
                            "the key is followed");
        }
        Fields scores = scenario.object("scores");
        return new PerScenario(
                scenario.place(),
                key,
                scenario.line("scenario_name"),
                scenario.count("total_runs"),
                scenario.count("passed"),
                scenario.count("failed"),
                scenario.score("pass_rate"),
                scenario.flag("is_flaky"),
                scores == null ? null : scores.score("mean"),
                scores == null ? null : scores.score("median"),
                scores == null ? null : scores.score("stddev"),
                scores == null ? null : scores.score("min"),
                scores == null ? null : scores.score("max"),
                scenario.id("worst_run_id"),
                scenario.lines("common_failure_modes"),
                scenario.line("confidence"));
    }

    private static Overall overall(Fields overall) {
        return new Overall(
                overall.score("avg_pass_rate"),
                overall.count("flaky_count"),
                overall.count("reliable_count"),
                overall.count("total_runs"));
    }
}
