package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.Batch;
import dev.callsheet.model.RunKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of one batch: its own counts beside what its runs say, and the batch before it of the same trigger. */
final class BatchPage {

    private static final String ONLY_COUNTS = "only counts of its night are kept.";

    private BatchPage() {}

    public record View(
            String headline, Cell state, List<String> lead, List<Fact> facts, Section scenarios, Section runs) {}

    /**
     * @param previous null when the batch has none to be compared with
     * @param scenarios by id
     * @param part of the table of runs, from 1
     */
    static Page make(
            PageContext context,
            BatchNumbers batch,
            @Nullable BatchNumbers previous,
            Map<String, ScenarioNumbers> scenarios,
            int part) {
        Section runs = runs(context, batch, scenarios).section(context, SitePaths.batch(batch.id()), part);
        if (part > 1) {
            List<Link> crumbs = new ArrayList<>(Frames.crumbsOf(context, batch.night()));
            crumbs.add(context.link(SitePaths.batch(batch.id()), batch.id()));
            return RowsPage.make(context, "Batch " + batch.id(), crumbs, runs);
        }
        View view = new View(
                headline(context, batch),
                Tables.status(batch),
                lead(context, batch, previous),
                facts(context, batch, previous),
                BatchScenarios.section(context, batch, previous),
                runs);
        return new Page(
                context.here(),
                "batch",
                Frames.ofRecord(context, "Batch " + batch.id(), Frames.crumbsOf(context, batch.night())),
                view);
    }

    private static String headline(PageContext context, BatchNumbers batch) {
        String start = "Batch" + (Tables.trigger(batch).isEmpty() ? "" : " by " + Tables.trigger(batch)) + ": ";
        Tally tally = batch.tally();
        if (tally.total() == 0) {
            return start + (isSealed(context, batch) ? ONLY_COUNTS : "none of its runs was loaded.");
        }
        return tally.valid() == 0
                ? start + "no run has a result."
                : start + Format.grouped(tally.passed()) + " of " + Format.count(tally.valid(), "run") + " passed.";
    }

    private static boolean isSealed(PageContext context, BatchNumbers batch) {
        return context.report().analysis().nightNumbers().stream()
                .anyMatch(night -> night.night().equals(batch.night()) && night.isSealed());
    }

    private static List<String> lead(PageContext context, BatchNumbers batch, @Nullable BatchNumbers previous) {
        Batch document = batch.document();
        if (document == null) {
            return List.of("The batch's own document was not loaded; these are the runs that name it.");
        }
        List<String> lead = new ArrayList<>();
        if (previous != null && batch.changes() != null) {
            lead.add(Headlines.ofChanges("the batch by " + Tables.trigger(batch) + " before it", batch.changes()));
        }
        Analysis analysis = context.report().analysis();
        Stream.of(PromotionWords.vendor(batch, analysis), PromotionWords.evidence(batch, analysis, context::label))
                .filter(sentence -> !sentence.isEmpty())
                .forEach(lead::add);
        Set<String> loaded = batch.runs().stream().map(CorpusRun::id).collect(Collectors.toSet());
        long missing = document.runIds().stream()
                .filter(id -> !loaded.contains(id) && !loaded.contains(RunKey.of(id)))
                .count();
        if (missing > 0) {
            lead.add(Format.count(missing, "run") + " that it lists " + (missing == 1 ? "is" : "are")
                    + " not counted here: left out, or of another batch by a better record.");
        }
        return lead;
    }

    private static List<Fact> facts(PageContext context, BatchNumbers batch, @Nullable BatchNumbers previous) {
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
        if (previous != null) {
            facts.add(new Fact(
                    "batch before", context.cell(SitePaths.batch(previous.id()), Words.fraction(previous.tally()))));
        }
        return facts;
    }

    private static String own(@Nullable Integer count) {
        return count == null ? Format.UNDEFINED : count.toString();
    }

    /** Failed runs first, then those without a result, then passed ones; within each by scenario and time. */
    private static LongTable<CorpusRun> runs(
            PageContext context, BatchNumbers batch, Map<String, ScenarioNumbers> scenarios) {
        ListedRuns listed = ListedRuns.of(batch.runs());
        return new LongTable<>(
                "runs",
                "Runs",
                listed.note("failed ones first, with their failed assertions"),
                "Runs of the batch",
                listed.runs().stream()
                        .sorted(Comparator.comparing(BatchPage::rank))
                        .toList(),
                List.of(
                        Table.Column.choice(
                                "Scenario", r -> context.scenario(r.facts().scenarioId())),
                        Tables.shortRun(context),
                        Table.Column.shortChoice("Result", r -> Words.state(r.facts())),
                        Tables.score(),
                        Table.Column.text("Failed assertions", r -> Cell.soft(failed(scenarios, r)))),
                listed.otherwise(isSealed(context, batch) ? "Its runs are not kept." : "None of its runs was loaded."));
    }

    private static int rank(CorpusRun run) {
        return switch (run.facts().status()) {
            case FAILED -> 0;
            case PASSED -> 2;
            default -> 1;
        };
    }

    private static String failed(Map<String, ScenarioNumbers> scenarios, CorpusRun run) {
        ScenarioNumbers scenario = scenarios.get(run.facts().scenarioId());
        return AssertionDefinitions.failed(scenario == null ? null : scenario.definition(), run.facts());
    }
}
