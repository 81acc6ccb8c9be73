package dev.callsheet.report;

import dev.callsheet.gate.GateResult;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every number of a report, for all writers alike. Texts of calls are not here; they are read from the corpus one run
 * at a time.
 *
 * @param version of the program
 * @param generatedAt when the report is made
 * @param duplicates run records made superfluous by another of the same kind
 * @param problems complete, one a case, in their order
 * @param redactions replacements by kind
 * @param gate the verdict on the report's night
 * @param history where the nights before those of the input are known from, and what is kept for the next report
 * @param baseUrl where the site can be read once it is published, ending with a slash; null when that is not known
 */
public record Report(
        String version,
        Instant generatedAt,
        NightCalendar calendar,
        Analysis analysis,
        long duplicates,
        List<Problem> problems,
        SortedMap<String, Long> redactions,
        GateResult gate,
        HistoryNumbers history,
        @Nullable URI baseUrl) {

    public Report {
        problems = problems.stream().sorted(Problem.ORDER).toList();
        redactions = new TreeMap<>(redactions);
    }

    /** The same with another history. */
    public Report with(HistoryNumbers other) {
        return new Report(
                version, generatedAt, calendar, analysis, duplicates, problems, redactions, gate, other, baseUrl);
    }

    /** Scenarios by id. */
    public Map<String, ScenarioNumbers> scenariosById() {
        Map<String, ScenarioNumbers> byId = new TreeMap<>();
        analysis.scenarios().forEach(scenario -> byId.put(scenario.id(), scenario));
        return byId;
    }
}
