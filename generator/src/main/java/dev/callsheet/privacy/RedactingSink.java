package dev.callsheet.privacy;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import dev.callsheet.model.Turn;
import dev.callsheet.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hands records on with their text redacted: all text of a call, a scenario's description and prompt, the failure modes
 * of a set, what a problem found, why something was not fetched. Ids, names, nodes, assertions and statuses are not text of a call and stay.
 * Numbering starts anew with each record and follows the order of its fields. Safe for use by several threads if the
 * next sink is.
 */
public final class RedactingSink implements RecordSink {

    private final RecordSink next;
    private final TextRedactor redactor = new TextRedactor();

    public RedactingSink(RecordSink next) {
        this.next = next;
    }

    /** How many replacements stand in the texts that were handed on so far, by kind, 0 included. */
    public SortedMap<String, Long> counts() {
        return redactor.counts();
    }

    @Override
    public void run(Run run) {
        next.run(redactor.redacted(run, session -> new Run(run.facts(), text(run.text(), session))));
    }

    @Override
    public void scenario(Scenario scenario) {
        next.scenario(redactor.redacted(scenario, session -> scenario(scenario, session)));
    }

    @Override
    public void batch(Batch batch) {
        next.batch(batch);
    }

    @Override
    public void simulationSet(SimulationSet set) {
        next.simulationSet(redacted(set));
    }

    SimulationSet redacted(SimulationSet set) {
        return redactor.redacted(set, session -> set(set, session));
    }

    @Override
    public void runList(RunList list) {
        next.runList(list);
    }

    /** Each reason is numbered for itself, so that those that differ in nothing else become the same. */
    @Override
    public void fetch(Fetch fetch) {
        next.fetch(fetch.with(each(
                fetch.missing(),
                missing -> redactor.redacted(
                        missing, session -> missing.because(session.redactIfPresent(missing.why()))))));
    }

    @Override
    public void problem(Problem problem) {
        next.problem(redacted(problem));
    }

    Problem redacted(Problem problem) {
        return redactor.redacted(problem, session -> problem(problem, session));
    }

    // The arguments stand in the order of the fields, which is the order of the numbers.

    // Roles, categories and names of variables too: an extractor may put a number there as well as in a value.
    private static RunText text(RunText text, Redactor.Session session) {
        return new RunText(
                each(text.chat(), t -> new Turn(session.redactIfPresent(t.role()), session.redact(t.content()))),
                each(text.variables(), v -> new Variable(session.redact(v.name()), session.redact(v.value()))),
                session.redactIfPresent(text.errorMessage()),
                reasonings(text.reasonings(), session),
                each(
                        text.toneIssues(),
                        i -> new ToneIssue(session.redactIfPresent(i.category()), session.redact(i.text()))),
                each(
                        text.toneExamples(),
                        e -> new ToneExample(
                                e.turn(),
                                session.redactIfPresent(e.category()),
                                session.redact(e.text()),
                                session.redactIfPresent(e.sentiment()))));
    }

    private static List<@Nullable String> reasonings(List<@Nullable String> reasonings, Redactor.Session session) {
        List<@Nullable String> result = new ArrayList<>(reasonings.size());
        for (String reasoning : reasonings) {
            result.add(session.redactIfPresent(reasoning));
        }
        return result;
    }

    private static Scenario scenario(Scenario scenario, Redactor.Session session) {
        return new Scenario(
                scenario.place(),
                scenario.id(),
                scenario.name(),
                session.redactIfPresent(scenario.description()),
                scenario.category(),
                scenario.scenarioType(),
                scenario.pathwayId(),
                scenario.personaId(),
                session.redactIfPresent(scenario.testerPrompt()),
                scenario.testerName(),
                scenario.maxTurns(),
                scenario.toneEnabled(),
                scenario.required(),
                scenario.enabled(),
                scenario.assertions(),
                scenario.createdAt(),
                scenario.updatedAt(),
                scenario.complete());
    }

    private static SimulationSet set(SimulationSet set, Redactor.Session session) {
        return new SimulationSet(
                set.place(),
                set.id(),
                set.status(),
                set.simulationsPerScenario(),
                set.totalScenarios(),
                each(set.perScenario(), figures -> perScenario(figures, session)),
                set.overall(),
                set.createdAt(),
                set.completedAt());
    }

    private static SimulationSet.PerScenario perScenario(SimulationSet.PerScenario figures, Redactor.Session session) {
        return new SimulationSet.PerScenario(
                figures.place(),
                figures.scenarioId(),
                figures.scenarioName(),
                figures.totalRuns(),
                figures.passed(),
                figures.failed(),
                figures.passRate(),
                figures.flaky(),
                figures.meanScore(),
                figures.medianScore(),
                figures.stddevScore(),
                figures.minScore(),
                figures.maxScore(),
                figures.worstRunId(),
                each(figures.failureModes(), session::redact),
                figures.confidence());
    }

    private static Problem problem(Problem problem, Redactor.Session session) {
        return new Problem(
                problem.kind(),
                problem.severity(),
                problem.place(),
                problem.recordId(),
                problem.expected(),
                session.redact(problem.found()),
                session.redact(problem.hint()));
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> redact) {
        return list.stream().map(redact).toList();
    }
}
