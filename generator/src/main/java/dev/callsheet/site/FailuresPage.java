package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.AssertionNumbers;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureGroup.Kind;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.output.SafePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of what calls fail on: assertions, error messages, and what the API says (metrics.md 7.1, 7.2). */
final class FailuresPage {

    private static final int MOST_CHARACTERS = 160;
    private static final int MOST_LINKS = 3;

    /** Spaces, control characters, and those that only shape or direct others. */
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*");

    private FailuresPage() {}

    public record View(String headline, List<String> lead, List<Section> sections) {}

    /** @param part of the table of assertions, from 1 */
    static Page make(PageContext context, int part) {
        Analysis analysis = context.report().analysis();
        Section assertions =
                assertions(context, of(Kind.ASSERTION, analysis)).section(context, SitePaths.FAILURES, part);
        if (part > 1) {
            return RowsPage.make(
                    context, "Failed assertions", List.of(context.link(SitePaths.FAILURES, "Failures")), assertions);
        }
        List<Section> sections = new ArrayList<>();
        sections.add(assertions);
        List<FailureGroup> errors = of(Kind.ERROR_MESSAGE, analysis);
        if (!errors.isEmpty()) {
            sections.add(errors(context, errors));
        }
        if (!analysis.failureModes().isEmpty()) {
            sections.add(modes(context, analysis.failureModes()));
        }
        List<AssertionNumbers> steady = analysis.scenarios().stream()
                .flatMap(scenario -> scenario.assertions().stream())
                .filter(AssertionNumbers::neverFailed)
                .toList();
        if (!steady.isEmpty()) {
            sections.add(ScenarioAssertions.neverFailed(
                    context,
                    steady,
                    List.of(Table.Column.text("Scenario", assertion -> context.scenario(assertion.scenarioId())))));
        }
        View view = view(analysis, sections);
        return new Page(context.here(), "failures", Frames.ofWhere(context, "Failures"), view);
    }

    /** The groups of a kind, most runs first. */
    static List<FailureGroup> of(Kind kind, Analysis analysis) {
        return analysis.failures().stream()
                .filter(group -> group.kind() == kind)
                .toList();
    }

    /** The text of a group, cut to what a table or a heading can bear; there is always something to see. */
    static String name(FailureGroup group) {
        return NOTHING_TO_SEE.matcher(group.label()).matches()
                ? "a text without words"
                : Shortened.of(group.label(), MOST_CHARACTERS);
    }

    /** Where no assertion result was loaded, none is known to have held either. */
    private static String noneFailed(Analysis analysis) {
        boolean checked = analysis.scenarios().stream()
                .flatMap(scenario -> scenario.assertions().stream())
                .anyMatch(assertion -> assertion.evaluated() > 0);
        return checked ? "No assertion failed" : "No assertion result was loaded";
    }

    /** The totals are the headline where no assertion stands out, else the first line below it. */
    private static View view(Analysis analysis, List<Section> sections) {
        String basis = WindowWords.counted(analysis)
                + " Texts that differ only in numbers, dates, links or a few words are counted as one.";
        String most = mostFrequent(of(Kind.ASSERTION, analysis));
        String totals = totals(analysis);
        return most == null
                ? new View(totals, List.of(basis), sections)
                : new View(most, List.of(totals, basis), sections);
    }

    /** What most failed calls fail on; null where there is no choice, or more than two come first. */
    private static @Nullable String mostFrequent(List<FailureGroup> assertions) {
        int runs =
                assertions.stream().mapToInt(group -> group.runs().size()).max().orElse(0);
        List<FailureGroup> first =
                assertions.stream().filter(group -> group.runs().size() == runs).toList();
        if (assertions.size() < 2 || first.size() > 2) {
            return null;
        }
        String most = first.stream().map(group -> Words.quoted(name(group))).collect(Collectors.joining(" and "));
        return "Calls fail most often on " + most + ": "
                + Format.grouped(runs) + " of " + Format.count(runs(assertions), "run")
                + " with a failed assertion" + (first.size() == 1 ? "." : " each.");
    }

    private static String totals(Analysis analysis) {
        List<FailureGroup> assertions = of(Kind.ASSERTION, analysis);
        List<FailureGroup> errors = of(Kind.ERROR_MESSAGE, analysis);
        List<String> parts = new ArrayList<>();
        parts.add(
                assertions.isEmpty()
                        ? noneFailed(analysis)
                        : Format.count(runs(assertions), "run") + " failed on "
                                + Format.count(assertions.size(), "assertion"));
        if (!errors.isEmpty()) {
            parts.add(Format.count(runs(errors), "run") + " stopped with "
                    + Format.count(errors.size(), "error message"));
        }
        return String.join("; ", parts) + ".";
    }

    private static long runs(List<FailureGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.runs().stream())
                .map(CorpusRun::id)
                .distinct()
                .count();
    }

    private static LongTable<FailureGroup> assertions(PageContext context, List<FailureGroup> groups) {
        return new LongTable<>(
                "assertions",
                "Failed assertions",
                "most runs first; share of the runs that checked it, with 95 % interval; "
                        + "alone: nothing else failed in the run",
                "Assertions that failed, by their words",
                groups,
                List.of(
                        Table.Column.text("Assertion", g -> context.cell(SitePaths.failure(g), name(g))),
                        Table.Column.number("Failed", g -> Words.fraction(g.share())),
                        Table.Column.number(
                                "Share", g -> Format.percent(g.runs().size(), g.evaluated())),
                        Table.Column.bars("95 % interval", g -> Bar.cell(g.share())),
                        Table.Column.number("Alone", g -> Format.grouped(g.soleCause())),
                        scenarios(),
                        Table.Column.shortText("First", g -> context.night(g.first())),
                        Table.Column.shortText("Last", g -> context.night(g.last()))),
                noneFailed(context.report().analysis()) + ".");
    }

    private static Table.Column<FailureGroup> scenarios() {
        return Table.Column.number(
                "Scenarios", g -> Format.grouped(g.scenarioIds().size()));
    }

    private static Section errors(PageContext context, List<FailureGroup> groups) {
        return new LongTable<>(
                        "errors",
                        "Error messages",
                        "runs that never came to a result, so they stand in no rate"
                                + (context.report().history().runs() == 0 ? "" : "; of the input only"),
                        "Error messages, by their words",
                        groups,
                        List.of(
                                Table.Column.text(
                                        "Message", (FailureGroup g) -> context.cell(SitePaths.failure(g), name(g))),
                                Table.Column.number(
                                        "Runs", g -> Format.grouped(g.runs().size())),
                                scenarios(),
                                Table.Column.shortText("First", g -> context.night(g.first())),
                                Table.Column.shortText("Last", g -> context.night(g.last()))),
                        "")
                .only("data/failures.csv");
    }

    private static Section modes(PageContext context, List<FailureMode> modes) {
        return new LongTable<>(
                        "api",
                        "What the API says",
                        "common failure modes of simulation sets, in the API's words",
                        "Failure modes as the API words them",
                        modes,
                        List.of(
                                Table.Column.text(
                                        "Failure mode",
                                        (FailureMode m) -> Cell.text(Shortened.of(m.text(), MOST_CHARACTERS))),
                                Table.Column.text(
                                        "Scenarios",
                                        m -> links(context, m.scenarioIds(), SitePaths::scenario, context::label)),
                                Table.Column.text(
                                        "Simulation sets",
                                        m -> links(context, m.setIds(), SitePaths::simulationSet, Format::shortId))),
                        "")
                .only("data/failures.csv");
    }

    private static Cell links(
            PageContext context, List<String> ids, Function<String, SafePath> page, Function<String, String> text) {
        List<Link> links = new ArrayList<>();
        ids.stream()
                .limit(MOST_LINKS)
                .map(id -> context.link(page.apply(id), text.apply(id)))
                .forEach(links::add);
        if (ids.size() > MOST_LINKS) {
            links.add(Link.plain("and " + Format.grouped(ids.size() - (long) MOST_LINKS) + " more"));
        }
        return new Cell.Links(links);
    }
}
