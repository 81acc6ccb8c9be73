package dev.callsheet.render.data;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import dev.callsheet.site.GateSummary;
import dev.callsheet.site.PlainLine;
import dev.callsheet.site.SiteAddress;
import dev.callsheet.site.SitePaths;
import dev.callsheet.site.TestCase;
import dev.callsheet.site.TestCase.Outcome;
import dev.callsheet.site.TestCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes {@code junit.xml}: a test case a scenario, in the order of elements that Surefire's schema wants
 * (delivery.md 3.2). One test suite holds all, as that schema knows no other root; the scenarios' pathways are the class
 * names, by which Jenkins and GitLab group.
 */
final class JunitXml {

    /** Runs with details of a test case, and the length of each text: 10,000 scenarios stay below 30 MB (GitLab). */
    static final int MOST_RUNS = 4;

    private static final int MOST_BYTES = 200;

    private final XmlWriter xml;
    private final Report report;

    private JunitXml(XmlWriter xml, Report report) {
        this.xml = xml;
        this.report = report;
    }

    static void write(Report report, OutputTree tree, SafePath path) throws IOException {
        XmlWriter.write(tree.open(path), xml -> new JunitXml(xml, report).suite(TestCases.of(report)));
    }

    private void suite(List<TestCase> cases) {
        xml.start("testsuite");
        xml.attribute("name", "callsheet");
        xml.attribute("tests", Integer.toString(cases.size()));
        xml.attribute("failures", count(cases, Outcome.FAILED));
        xml.attribute("errors", count(cases, Outcome.ERROR));
        xml.attribute("skipped", count(cases, Outcome.SKIPPED));
        xml.attribute(
                "time", seconds(cases.stream().mapToLong(TestCase::duration).sum()));
        xml.start("properties");
        property("callsheet.version", report.version());
        property("callsheet.night", String.valueOf(report.analysis().night()));
        property("callsheet.gate", GateSummary.of(report).word());
        property(
                "callsheet.report",
                report.baseUrl() == null ? "" : report.baseUrl().toASCIIString());
        xml.end();
        cases.forEach(this::testCase);
        xml.end();
    }

    private void property(String name, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            xml.start("property");
            xml.attribute("name", name);
            xml.attribute("value", value);
            xml.end();
        }
    }

    private static String count(List<TestCase> cases, Outcome outcome) {
        return Long.toString(
                cases.stream().filter(test -> test.outcome() == outcome).count());
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    private void testCase(TestCase test) {
        xml.start("testcase");
        xml.attribute("classname", test.suite());
        xml.attribute("name", test.name());
        xml.attribute("time", seconds(test.duration()));
        List<CorpusRun> failed = test.runs(RunStatus.FAILED);
        List<CorpusRun> errors = test.runs(RunStatus.ERROR);
        int more = 0;
        switch (test.outcome()) {
            case PASSED, FLAKY -> more = runs("flakyFailure", test, failed) + runs("flakyError", test, errors);
            case FAILED -> {
                reason("failure", test, failed);
                more = runs("rerunFailure", test, rest(failed)) + runs("rerunError", test, errors);
            }
            case ERROR -> {
                reason("error", test, errors);
                more = runs("rerunError", test, rest(errors));
            }
            case SKIPPED -> {
                xml.start("skipped");
                xml.attribute("message", test.reason());
                xml.end();
            }
        }
        if (more > 0) {
            xml.start("system-out");
            xml.text(Format.count(more, "more run") + " did not pass: "
                    + SiteAddress.of(report, SitePaths.scenario(test.scenario().id())));
            xml.end();
        }
        xml.end();
    }

    private static List<CorpusRun> rest(List<CorpusRun> runs) {
        return runs.isEmpty() ? runs : runs.subList(1, runs.size());
    }

    /** Why the test case is what it is, and the first of the runs that made it so. */
    private void reason(String element, TestCase test, List<CorpusRun> runs) {
        xml.start(element);
        xml.attribute("message", test.reason());
        xml.attribute("type", test.type());
        xml.text(runs.isEmpty() ? test.reason() : words(test, runs.get(0)) + "\n" + where(test, runs.get(0)));
        xml.end();
    }

    /** Some of the runs, each as an element; how many others there are. */
    private int runs(String element, TestCase test, List<CorpusRun> runs) {
        for (CorpusRun run : runs.subList(0, Math.min(runs.size(), MOST_RUNS))) {
            xml.start(element);
            xml.attribute("message", words(test, run));
            xml.attribute("type", run.facts().status().name());
            xml.start("stackTrace");
            xml.text(where(test, run));
            xml.end();
            xml.end();
        }
        return Math.max(0, runs.size() - MOST_RUNS);
    }

    /** What went wrong in a run; of an error no more than that, since its message is text of the call. */
    private static String words(TestCase test, CorpusRun run) {
        return run.facts().status() == RunStatus.ERROR
                ? "the run ended in an error"
                : XmlWriter.cut(test.failed(run), MOST_BYTES);
    }

    private String where(TestCase test, CorpusRun run) {
        return "run " + XmlWriter.cut(PlainLine.of(run.id()), MOST_BYTES) + "\n"
                + SiteAddress.of(report, test.page(run));
    }
}
