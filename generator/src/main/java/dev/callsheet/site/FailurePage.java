package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureGroup.Kind;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.RunText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of one group of failures: which runs it holds, and what two of them say. */
final class FailurePage {

    private FailurePage() {}

    /**
     * What the page shows.
     *
     * @param label the text of the group as it was given; null where the headline holds all of it
     * @param words heading of the excerpts
     * @param otherwise what to say when there is none; empty where the headline says it all
     */
    public record View(
            String headline,
            @Nullable String label,
            List<String> lead,
            String words,
            List<Quotation> excerpts,
            String otherwise,
            Section scenarios,
            Section runs) {}

    /** What a run says, and which run. */
    public record Quotation(String text, Link run) {}

    /**
     * @param scenarios by id
     * @param texts reads the texts of a run back
     * @param part of the table of runs, from 1
     */
    static Page make(
            PageContext context,
            FailureGroup group,
            Map<String, ScenarioNumbers> scenarios,
            Function<CorpusRun, RunText> texts,
            int part) {
        ListedRuns runs = ListedRuns.of(
                group.runs().stream().sorted(CorpusRun.NEWEST_FIRST).toList());
        Section table = runs(context, runs).section(context, SitePaths.failure(group), part);
        Link all = context.link(SitePaths.FAILURES, "Failures");
        String name = FailuresPage.name(group);
        if (part > 1) {
            return RowsPage.make(
                    context, Words.quoted(name), List.of(all, context.link(SitePaths.failure(group), name)), table);
        }
        View view = new View(
                headline(group),
                name.equals(group.label()) ? null : group.label(),
                lead(context, group),
                group.kind() == Kind.ASSERTION ? "What the judge said" : "What the error said",
                Excerpt.of(group, runs.runs(), scenarios, texts).stream()
                        .map(excerpt -> quotation(context, excerpt))
                        .toList(),
                group.kind() == Kind.ASSERTION ? noReason(runs) : "",
                scenarios(context, group, scenarios),
                table);
        return new Page(context.here(), "failure", Frames.ofRecord(context, "Failure: " + name, List.of(all)), view);
    }

    private static String headline(FailureGroup group) {
        String name = Words.quoted(FailuresPage.name(group)) + " ";
        return group.kind() == Kind.ASSERTION
                ? name + "failed in " + group.runs().size() + " of " + Format.count(group.evaluated(), "run") + "."
                : name + "stopped " + Format.count(group.runs().size(), "run") + ".";
    }

    private static String noReason(ListedRuns runs) {
        return runs.runs().isEmpty() ? "Earlier reports do not keep what was said." : "The judge gave no reason.";
    }

    private static List<String> lead(PageContext context, FailureGroup group) {
        List<String> lead = new ArrayList<>();
        if (group.kind() == Kind.ASSERTION) {
            Rate failed = group.share();
            lead.add("That is " + Format.percent(failed.passed(), failed.n())
                    + " of the runs that checked it, 95 % interval "
                    + Format.interval(failed.interval()) + ". "
                    + (group.soleCause() == 0
                            ? "It never failed alone."
                            : "In " + Format.count(group.soleCause(), "run") + " nothing else failed."));
        } else {
            lead.add("A run with an error has no result, so it stands in no rate."
                    + (context.report().history().runs() == 0
                            ? ""
                            : " Earlier reports do not keep messages: these are runs of the input."));
        }
        if (group.first() != null && group.last() != null) {
            lead.add(
                    group.first().equals(group.last())
                            ? "Seen on one night, " + Format.longDate(group.first()) + "."
                            : "First seen on " + Format.longDate(group.first()) + ", last on "
                                    + Format.longDate(group.last()) + ".");
        }
        return lead;
    }

    private static Quotation quotation(PageContext context, Excerpt excerpt) {
        CorpusRun run = excerpt.run();
        return new Quotation(
                excerpt.words(),
                context.link(
                        run,
                        context.label(run.facts().scenarioId()) + ", "
                                + context.time(run.facts().createdAt())));
    }

    private static Section scenarios(PageContext context, FailureGroup group, Map<String, ScenarioNumbers> byId) {
        Map<String, Long> failed = group.runs().stream()
                .collect(Collectors.groupingBy(run -> run.facts().scenarioId(), Collectors.counting()));
        List<ScenarioNumbers> scenarios = group.scenarioIds().stream()
                .map(byId::get)
                .filter(scenario -> scenario != null)
                .sorted(Comparator.comparing((ScenarioNumbers s) -> failed.getOrDefault(s.id(), 0L))
                        .reversed())
                .toList();
        List<Table.Column<ScenarioNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.choice("Scenario", s -> context.scenario(s.id())));
        if (group.kind() == Kind.ASSERTION) {
            Function<ScenarioNumbers, Rate> share = s -> Rate.of(
                    failed.getOrDefault(s.id(), 0L),
                    s.windowRunsAtHand(context.report().analysis().rules()));
            columns.add(Table.Column.number("Failed", s -> Words.fraction(share.apply(s))));
            columns.add(Table.Column.bars("95 % interval", s -> Bar.cell(share.apply(s))));
        } else {
            columns.add(Table.Column.number("Runs", s -> Format.grouped(failed.getOrDefault(s.id(), 0L))));
        }
        return new LongTable<>(
                        "scenarios",
                        "Scenarios",
                        group.kind() == Kind.ASSERTION ? "of their runs with a result, with 95 % interval" : "",
                        "Scenarios with runs of this failure",
                        scenarios,
                        columns,
                        "None is known.")
                .only("data/failures.csv");
    }

    private static LongTable<CorpusRun> runs(PageContext context, ListedRuns newestFirst) {
        return new LongTable<>(
                "runs",
                "Runs",
                newestFirst.note("newest first"),
                "Runs of this failure, newest first",
                newestFirst.runs(),
                List.of(
                        Tables.run(context),
                        Table.Column.choice(
                                "Scenario", r -> context.scenario(r.facts().scenarioId())),
                        Table.Column.text(
                                "Night",
                                r -> context.night(
                                        context.report().analysis().nights().of(r))),
                        Table.Column.shortChoice("Result", r -> Words.state(r.facts())),
                        Tables.score()),
                newestFirst.otherwise("None was loaded."));
    }
}
