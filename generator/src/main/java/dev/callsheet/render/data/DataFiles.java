package dev.callsheet.render.data;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files for programs below {@code data/} (design.md 1.3, 1.4). */
public final class DataFiles {

    private static final DataFile REPORT = new DataFile(
            new SafePath("data/report.json"),
            "Every number of this report as one JSON object: totals, tonight's pass rate, scenarios, batches, simulation "
                    + "sets, changes, pass^k, tone, nodes, failures, assertions, nights, problems. null is an undefined "
                    + "value, never 0; its schema is docs/report.schema.json.");

    private static final DataFile JUNIT = new DataFile(
            new SafePath("data/junit.xml"),
            "Tonight as test results for a CI system, in the format of Maven Surefire: a test case a scenario. It failed "
                    + "where the gate fails because of it or no run passed; a scenario that passed and failed otherwise has "
                    + "a flakyFailure for each failed run, and counts as passed.");

    private static final DataFile CTRF = new DataFile(
            new SafePath("data/ctrf.json"),
            "The same in the Common Test Report Format: a test a scenario, its runs of tonight as attempts, whether it is "
                    + "flaky, and how tonight differs from the earlier nights of the window.");

    private DataFiles() {}

    /** What {@link #write} always writes. */
    public static List<DataFile> all() {
        return List.of(
                REPORT,
                RunFiles.RUNS.described(),
                ScenarioFiles.SCENARIOS.described(),
                ChangeFiles.CHANGES.described(),
                RunFiles.ASSERTIONS.described(),
                NumberFiles.NIGHTS.described(),
                NumberFiles.SETS.described(),
                NumberFiles.BATCHES.described(),
                ScenarioFiles.TONE.described(),
                FailureFiles.FAILURES.described(),
                FailureFiles.NODES.described(),
                NumberFiles.PROBLEMS.described(),
                JUNIT,
                CTRF,
                BadgeFiles.JSON,
                BadgeFiles.SVG);
    }

    /**
     * Writes them all, row by row; what is in memory does not grow with the files.
     *
     * @return the files with their sizes
     * @throws IOException what the tree throws when it cannot take a file
     */
    public static List<DataFile> write(Report report, Corpus corpus, OutputTree tree) throws IOException {
        MeasuringTree measuring = new MeasuringTree(tree);
        ReportJson.write(report, measuring, REPORT.path());
        RunFiles.write(report, corpus, measuring);
        ScenarioFiles.write(report, measuring);
        ChangeFiles.write(report, measuring);
        NumberFiles.write(report, measuring);
        FailureFiles.write(report, measuring);
        JunitXml.write(report, measuring, JUNIT.path());
        CtrfJson.write(report, measuring, CTRF.path());
        BadgeFiles.write(report, measuring);
        List<DataFile> files = new ArrayList<>(all());
        if (report.baseUrl() != null) {
            FeedFile.write(report, report.baseUrl(), measuring);
            files.add(FeedFile.FILE);
        }
        return files.stream()
                .map(file -> file.written(measuring.size(file.path())))
                .toList();
    }
}
