package dev.callsheet.render.text;

import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import dev.callsheet.site.GateSummary;
import dev.callsheet.site.PlainLine;
import dev.callsheet.site.SiteAddress;
import dev.callsheet.site.SitePaths;
import dev.callsheet.site.TestCase;
import dev.callsheet.site.TestCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader must look at, as commands of GitHub Actions that put it on the page of a job (delivery.md 3.1). GitHub
 * shows ten of a level in a step: nine, and a tenth that says how many more there are.
 */
public final class Annotations {

    private static final int MOST = 9;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_MESSAGE = 600;

    private Annotations() {}

    private enum Level {
        ERROR("error"),
        WARNING("warning");

        private final String command;

        Level(String command) {
            this.command = command;
        }
    }

    private record Note(Level level, String title, String message) {}

    /**
     * The commands, a line each, without line ends. Errors are what the gate fails because of, the scenarios of a rule
     * in its order and rules that name none; warnings are why it is inconclusive, the scenarios that always fail though
     * the gate allows it, and what else it warns of. Each is named once.
     */
    public static List<String> lines(Report report) {
        List<Note> notes = notes(report);
        return Stream.of(Level.values())
                .flatMap(level -> some(
                        level,
                        notes.stream().filter(note -> note.level == level).toList())
                        .stream())
                .map(Annotations::line)
                .toList();
    }

    private static List<Note> some(Level level, List<Note> notes) {
        if (notes.size() <= MOST) {
            return notes;
        }
        List<Note> some = new ArrayList<>(notes.subList(0, MOST));
        long more = notes.size() - (long) MOST;
        some.add(new Note(level, "and " + Format.grouped(more) + " more", "The report names all of them."));
        return some;
    }

    private static List<Note> notes(Report report) {
        Map<String, TestCase> left = new HashMap<>();
        List<TestCase> cases = TestCases.of(report);
        cases.forEach(test -> left.put(test.scenario().id(), test));
        Map<String, GateSummary.Rule> words =
                GateSummary.of(report).rules().stream().collect(Collectors.toMap(GateSummary.Rule::id, rule -> rule));
        List<Note> notes = new ArrayList<>();
        // Of an incomplete night nothing is said either way: what is missing may be what passed.
        Level failing = report.gate().verdict() == Verdict.FAIL ? Level.ERROR : Level.WARNING;
        for (RuleResult rule : report.gate().with(Verdict.FAIL)) {
            if (rule.scenarios().isEmpty()) {
                notes.add(ofRule(failing, report, words, rule));
            }
            rule.scenarios().stream()
                    .map(left::remove)
                    .filter(Objects::nonNull)
                    .map(test -> ofCase(failing, report, test))
                    .forEach(notes::add);
        }
        report.gate().with(Verdict.INCONCLUSIVE).forEach(rule -> notes.add(ofRule(Level.WARNING, report, words, rule)));
        cases.stream()
                .filter(test -> test.scenario().decision().headline() == Headline.BROKEN)
                .filter(test -> test.outcome() == TestCase.Outcome.FAILED || test.outcome() == TestCase.Outcome.FLAKY)
                .filter(test -> left.containsKey(test.scenario().id()))
                .forEach(test -> notes.add(ofCase(Level.WARNING, report, test)));
        report.gate().with(Verdict.WARN).forEach(rule -> notes.add(ofRule(Level.WARNING, report, words, rule)));
        return notes;
    }

    private static Note ofCase(Level level, Report report, TestCase test) {
        return new Note(
                level,
                test.name(),
                test.reason() + ". "
                        + SiteAddress.of(
                                report, SitePaths.scenario(test.scenario().id())));
    }

    private static Note ofRule(Level level, Report report, Map<String, GateSummary.Rule> words, RuleResult result) {
        GateSummary.Rule rule = Objects.requireNonNull(words.get(result.rule().id()));
        return new Note(
                level, "Gate: " + rule.title(), rule.sentence() + " " + SiteAddress.of(report, SitePaths.LATEST));
    }

    private static String line(Note note) {
        return "::" + note.level.command + " title="
                + data(Shortened.of(plain(note.title), LONGEST_TITLE))
                        .replace(":", "%3A")
                        .replace(",", "%2C")
                + "::" + data(Shortened.of(plain(note.message), LONGEST_MESSAGE));
    }

    /** One line without the marks that other systems take for commands wherever they stand. */
    private static String plain(String text) {
        return PlainLine.of(text).replaceAll("#(?=#)", "#\u200B");
    }

    /** As a command's data is escaped; a line holds no line ends. */
    private static String data(String text) {
        return text.replace("%", "%25");
    }
}
