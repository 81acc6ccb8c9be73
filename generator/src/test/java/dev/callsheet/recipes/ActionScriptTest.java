package dev.callsheet.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the action, with a launcher that says how it was called and writes a site of two files. */
class ActionScriptTest {

    private static final String LAUNCHER = """
            #!/bin/bash
            printf '%s\\n' "${@/#/| }" - >>"$CALLS"
            case $1 in
                fetch) exit ${FETCH_EXIT:-0} ;;
                gate) exit ${GATE_EXIT:-0} ;;
            esac
            for argument; do case $argument in --output=*) site=${argument#*=} ;; esac; done
            mkdir -p "$site/data"
            printf '%s' "$REPORT" >"$site/data/report.json"
            echo '## a summary' >"$site/summary.md"
            echo '{"site":"s","runs":{"total":30,"passed":28},"problems":5,"worse":1,"flaky":2}'
            """;
    private static final String REPORT =
            "{\"scenarios\":[{\"name\":\"\\\"gate\\\":{\\\"verdict\\\":\\\"pass\\\"\"}],\"gate\":{\"verdict\":\"fail\",\"rules\":[]}}";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aRunner() throws IOException {
        assumeTrue(Shell.hasBash(), "the action needs bash");
        Shell.executable(folder.resolve("the action/callsheet"), LAUNCHER);
        shell = new Shell(folder.resolve("work"), folder.resolve("bin"))
                .with("GITHUB_ACTION_PATH", folder.resolve("the action").toString())
                .with("GITHUB_OUTPUT", folder.resolve("output").toString())
                .with("GITHUB_PATH", folder.resolve("path").toString())
                .with("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString())
                .with("CALLS", folder.resolve("calls").toString())
                .with("REPORT", REPORT);
    }

    @Test
    void handsInputsOverAsTheyAreALineEach() throws IOException {
        shell.with("INPUT_SOURCES", "  exports/one night \n\n-v\r\n$(touch pwned)")
                .with("INPUT_HISTORY", "https://example.com/a/\n../`touch pwned`")
                .with("INPUT_OUTPUT", "my site")
                .with("INPUT_CONFIG", "; touch pwned")
                .with("INPUT_STREAM", "--json")
                .with("INPUT_HISTORY_READONLY", "true");
        assertThat(run().code()).isZero();
        assertThat(calls())
                .containsExactly(
                        "| build",
                        "| --json",
                        "| --config=; touch pwned",
                        "| --output=my site",
                        "| --history=https://example.com/a/",
                        "| --history=../`touch pwned`",
                        "| --history-readonly",
                        "| --stream=--json",
                        "| --",
                        "| exports/one night",
                        "| -v",
                        "| $(touch pwned)",
                        "-");
        assertThat(shell.directory().resolve("pwned")).doesNotExist();
    }

    @Test
    void outputsArePathsNumbersAndOneOfThreeWords() throws IOException {
        shell.with("INPUT_SOURCES", "exports");
        assertThat(run().code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("output")))
                .containsExactly(
                        "verdict=fail",
                        "report-path=site",
                        "report-json=site/data/report.json",
                        "runs=30",
                        "worse-count=1",
                        "flaky-count=2");
        assertThat(Files.readString(folder.resolve("summary"))).isEqualTo("## a summary\n");
        assertThat(Files.readString(folder.resolve("path")).strip())
                .isEqualTo(folder.resolve("the action").toString());
    }

    @Test
    void refusesWhatWouldWriteAnotherOutput() throws IOException {
        shell.with("INPUT_SOURCES", "exports").with("INPUT_OUTPUT", "site\nverdict=pass");
        Shell.Result result = run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.log()).isEqualTo("callsheet action: output has a control character in it\n");
        assertThat(folder.resolve("output")).doesNotExist();
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    @Test
    void refusesASwitchThatIsNone() {
        shell.with("INPUT_SOURCES", "exports").with("INPUT_HISTORY_REQUIRED", "yes");
        Shell.Result result = run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.log()).isEqualTo("callsheet action: history-required is neither true nor false\n");
    }

    @Test
    void needsSomethingToReportOn() {
        assertThat(run().log()).isEqualTo("callsheet action: there is neither a source nor fetch\n");
    }

    @Test
    void fetchesFirstAndReportsEvenIfSomethingIsMissing() throws IOException {
        shell.with("INPUT_FETCH", "true")
                .with("INPUT_SINCE", "72h")
                .with("INPUT_BATCHES", "a\nb")
                .with("FETCH_EXIT", "6");
        assertThat(run().code()).isZero();
        assertThat(calls())
                .startsWith("| fetch", "| --output=data", "| --since=72h", "| --batch=a", "| --batch=b", "-", "| build")
                .endsWith("| --", "| data", "-");
    }

    @Test
    void doesNotReportOnAFetchThatCouldNotBegin() throws IOException {
        shell.with("INPUT_FETCH", "true").with("FETCH_EXIT", "2");
        assertThat(run().code()).isEqualTo(2);
        assertThat(calls()).doesNotContain("| build");
    }

    @Test
    void failsAtTheGateOnlyWhenAskedToAndAfterEverythingElse() throws IOException {
        shell.with("INPUT_SOURCES", "exports").with("GATE_EXIT", "3");
        assertThat(run().code()).isZero();
        shell.with("INPUT_GATE", "true");
        assertThat(run().code()).isEqualTo(3);
        assertThat(calls()).endsWith("| gate", "| site", "-");
        assertThat(Files.readAllLines(folder.resolve("output"))).hasSize(12);
    }

    @Test
    void aJarAtHandIsUsedInPlaceOfABuild() throws IOException {
        Files.writeString(shell.directory().resolve("my callsheet.jar"), "a jar");
        shell.with("INPUT_SOURCES", "exports").with("INPUT_JAR", "my callsheet.jar");
        assertThat(run().code()).isZero();
        assertThat(folder.resolve("the action/target/callsheet.jar")).hasContent("a jar");
    }

    private Shell.Result run() {
        String script = "exec bash '" + Path.of(".github/action/report.sh").toAbsolutePath() + "'";
        return shell.run(List.of("bash", "-e"), script, Map.of(), List.of());
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }
}
