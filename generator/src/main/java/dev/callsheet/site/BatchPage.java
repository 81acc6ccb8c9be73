package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.AssertionWords;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of one batch: its own counts beside what its runs say. */
final class BatchPage {

    private BatchPage() {}

    public record View(String headline, Cell state, List<String> lead, List<Fact> facts, Section runs) {}

    static Page make(PageContext context, BatchNumbers batch, Map<String, ScenarioNumbers> scenarios) {
        Section runs = new Section(
                "runs",
                "Runs",
                "failed assertions beside each",
                table(context, batch, scenarios),
                "None of its runs was loaded.");
        View view = new View(
                "Batch" + (Tables.trigger(batch).isEmpty() ? "" : " by " + Tables.trigger(batch)) + ": "
                        + batch.tally().passed() + " of "
                        + Format.count(batch.tally().valid(), "run") + " passed.",
                Tables.status(batch),
                lead(batch),
                facts(context, batch),
                runs);
        return new Page(
                context.here(),
                "batch",
                Frames.ofRecord(context, "Batch " + batch.id(), Frames.crumbsOf(context, batch.night())),
                view);
    }

    private static List<String> lead(BatchNumbers batch) {
        Batch document = batch.document();
        if (document == null) {
            return List.of("The batch's own document was not loaded; these are the runs that name it.");
        }
        List<String> lead = new ArrayList<>();
        if (Objects.equals(document.publishOnPass(), true)) {
            lead.add("Publish on pass: if every scenario passes, the pathway version goes to production.");
        }
        Set<String> loaded = batch.runs().stream().map(CorpusRun::id).collect(Collectors.toSet());
        long missing =
                document.runIds().stream().filter(id -> !loaded.contains(id)).count();
        if (missing > 0) {
            lead.add(Format.count(missing, "run") + " that it lists " + (missing == 1 ? "is" : "are")
                    + " not counted here: left out, or of another batch by a better record.");
        }
        return lead;
    }

    private static List<Fact> facts(PageContext context, BatchNumbers batch) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("id", new Cell.Code(batch.id())));
        facts.add(new Fact("night", context.night(batch.night())));
        facts.add(Fact.of(
                "pass rate",
                Format.percent(batch.tally().passed(), batch.tally().valid())));
        facts.add(Fact.of("95 % interval", Format.interval(batch.rate().shown().interval())));
        String beside = Words.beside(batch.tally());
        facts.add(Fact.of("not counted", beside.isEmpty() ? "none" : beside));
        Batch document = batch.document();
        if (document != null) {
            facts.add(Fact.of("created", context.time(document.createdAt())));
            facts.add(Fact.of(
                    "its own counts",
                    own(document.passedScenarios()) + " passed, " + own(document.failedScenarios()) + " failed of "
                            + own(document.totalScenarios())));
        }
        return facts;
    }

    private static String own(@Nullable Integer count) {
        return count == null ? Format.UNDEFINED : count.toString();
    }

    private static Table table(PageContext context, BatchNumbers batch, Map<String, ScenarioNumbers> scenarios) {
        return Table.of(
                "Runs of the batch",
                batch.runs(),
                List.of(
                        Table.Column.text(
                                "Scenario", r -> context.scenario(r.facts().scenarioId())),
                        Tables.run(context),
                        Table.Column.shortText("Result", r -> Words.state(r.facts())),
                        Tables.score(),
                        Table.Column.text("Failed assertions", r -> Cell.soft(failed(scenarios, r)))));
    }

    private static String failed(Map<String, ScenarioNumbers> scenarios, CorpusRun run) {
        ScenarioNumbers scenario = scenarios.get(run.facts().scenarioId());
        return run.facts().assertions().stream()
                .filter(result -> result.verdict() == AssertionResult.Verdict.FAILED)
                .map(result -> AssertionWords.of(
                        result.key(), RunPage.definition(scenario == null ? null : scenario.definition(), result)))
                .collect(Collectors.joining("; "));
    }
}
