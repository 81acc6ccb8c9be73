package dev.callsheet.history;

import dev.callsheet.model.Place;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.Overall;
import dev.callsheet.model.SimulationSet.PerScenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The members of a simulation set. */
final class SimulationSetV1 {

    private SimulationSetV1() {}

    static void write(JsonGenerator out, SimulationSet set) {
        out.writeStringProperty("id", set.id());
        out.writeStringProperty("status", set.status());
        Members.write(out, "simulations_per_scenario", set.simulationsPerScenario());
        Members.write(out, "total_scenarios", set.totalScenarios());
        out.writeArrayPropertyStart("per_scenario");
        set.perScenario().forEach(figures -> write(out, figures));
        out.writeEndArray();
        write(out, set.overall());
        Members.write(out, "created_at", set.createdAt());
        Members.write(out, "completed_at", set.completedAt());
    }

    private static void write(JsonGenerator out, PerScenario figures) {
        out.writeStartObject();
        out.writeStringProperty("scenario_id", figures.scenarioId());
        out.writeStringProperty("scenario_name", figures.scenarioName());
        Members.write(out, "total_runs", figures.totalRuns());
        Members.write(out, "passed", figures.passed());
        Members.write(out, "failed", figures.failed());
        Members.write(out, "pass_rate", figures.passRate());
        Members.write(out, "flaky", figures.flaky());
        Members.write(out, "mean_score", figures.meanScore());
        Members.write(out, "median_score", figures.medianScore());
        Members.write(out, "stddev_score", figures.stddevScore());
        Members.write(out, "min_score", figures.minScore());
        Members.write(out, "max_score", figures.maxScore());
        out.writeStringProperty("worst_run_id", figures.worstRunId());
        out.writeArrayPropertyStart("failure_modes");
        figures.failureModes().forEach(out::writeString);
        out.writeEndArray();
        out.writeStringProperty("confidence", figures.confidence());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, @Nullable Overall overall) {
        out.writeName("overall");
        if (overall == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        Members.write(out, "average_pass_rate", overall.averagePassRate());
        Members.write(out, "flaky_count", overall.flakyCount());
        Members.write(out, "reliable_count", overall.reliableCount());
        Members.write(out, "total_runs", overall.totalRuns());
        out.writeEndObject();
    }

    static SimulationSet read(Members set, Place place) throws BadLineException {
        List<PerScenario> perScenario = new ArrayList<>();
        for (Members figures : set.objects("per_scenario")) {
            perScenario.add(perScenario(figures, place));
        }
        Members overall = set.object("overall");
        return new SimulationSet(
                place,
                set.id("id"),
                set.line("status"),
                set.count("simulations_per_scenario"),
                set.count("total_scenarios"),
                perScenario,
                overall == null ? null : overall(overall),
                set.instant("created_at"),
                set.instant("completed_at"));
    }

    private static PerScenario perScenario(Members figures, Place place) throws BadLineException {
        return new PerScenario(
                place,
                figures.id("scenario_id"),
                figures.line("scenario_name"),
                figures.count("total_runs"),
                figures.count("passed"),
                figures.count("failed"),
                figures.score("pass_rate"),
                figures.flag("flaky"),
                figures.score("mean_score"),
                figures.score("median_score"),
                figures.score("stddev_score"),
                figures.score("min_score"),
                figures.score("max_score"),
                figures.line("worst_run_id"),
                figures.texts("failure_modes"),
                figures.line("confidence"));
    }

    private static Overall overall(Members overall) throws BadLineException {
        return new Overall(
                overall.score("average_pass_rate"),
                overall.count("flaky_count"),
                overall.count("reliable_count"),
                overall.count("total_runs"));
    }
}
