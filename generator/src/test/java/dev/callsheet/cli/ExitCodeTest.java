package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the program answers to scripts. */
class ExitCodeTest {

    private static final String RUN = """
            {"id": "r1", "scenario_id": "s1", "status": "PASSED", "chat_history": [],
             "created_at": "2026-04-14T02:00:00.000Z"}
            """;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void isDocumented(ExitCode code) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("| " + code.code() + " | " + code.meaning() + " |");
    }

    @Test
    void aBuildPrintsThePathOfTheSiteAndNothingElse() {
        String site = temporary.resolve("site").toString();
        Program.Outcome outcome = Program.run(RUN.getBytes(StandardCharsets.UTF_8), Map.of(), "build", "-", "-o", site);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo(site + "\n");
        assertThat(outcome.err()).contains("1 file: 1 run,").contains("night of 2026-04-14");
        assertThat(temporary.resolve("site/index.html")).exists();
    }

    @Test
    void jsonIsOneObjectOnOneLine() {
        String site = temporary.resolve("site").toString();
        Program.Outcome outcome =
                Program.run(RUN.getBytes(StandardCharsets.UTF_8), Map.of(), "build", "-", "--json", "-q", "-o", site);
        assertThat(outcome.out()).startsWith("{\"site\":").endsWith("}\n").containsOnlyOnce("\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void wrongWordsAreUsage() {
        assertThat(Program.run("bild", "samples").code()).isEqualTo(2);
        assertThat(Program.run("build").code()).isEqualTo(2);
        assertThat(Program.run().code()).isEqualTo(2);
        assertThat(Program.run("build", "samples", "--zone", "Mars/Olympus").err())
                .contains("--zone: must be a time zone");
        assertThat(Program.run("build", "samples", "--night-starts", "25:00").code())
                .isEqualTo(2);
    }

    @Test
    void aSourceThatDoesNotExistIsUsage() {
        Program.Outcome outcome = Program.run(
                "build", "no-such-folder", "-o", temporary.resolve("site").toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("no-such-folder");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aWrongSourceDateEpochIsUsage() {
        Program.Outcome outcome = Program.run(
                new byte[0],
                Map.of("SOURCE_DATE_EPOCH", "yesterday"),
                "build",
                "samples",
                "-o",
                temporary.resolve("site").toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("SOURCE_DATE_EPOCH");
    }

    @Test
    void nothingUsableIsNoInput() throws IOException {
        Files.writeString(temporary.resolve("notes.txt"), "hello");
        String site = temporary.resolve("site").toString();
        Program.Outcome outcome =
                Program.run("build", temporary.resolve("notes.txt").toString(), "-o", site);
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("no usable input");
        assertThat(temporary.resolve("site")).doesNotExist();
        assertThat(Program.run("check", temporary.resolve("notes.txt").toString())
                        .code())
                .isEqualTo(5);
    }

    @Test
    void aDirectoryThatIsNotOursIsNotTouched() throws IOException {
        Path precious = Files.createDirectory(temporary.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "irreplaceable");
        Program.Outcome outcome =
                Program.run(RUN.getBytes(StandardCharsets.UTF_8), Map.of(), "build", "-", "-o", precious.toString());
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(precious).isDirectoryContaining("glob:**thesis.txt");
        assertThat(precious.resolve("index.html")).doesNotExist();
    }

    @Test
    void checkNamesRunsWithoutANightToo() throws IOException {
        Files.writeString(
                temporary.resolve("run.json"),
                "{\"id\":\"r\",\"scenario_id\":\"s\",\"status\":\"PASSED\",\"chat_history\":[]}");
        assertThat(Program.run("check", temporary.toString()).err())
                .contains("run.json#/created_at")
                .contains("belongs to no night");
    }

    @Test
    void checkWritesNothingAndNamesEveryProblem() throws IOException {
        Files.writeString(temporary.resolve("run.json"), RUN.replace("\"PASSED\"", "\"PASSED\", \"overall_score\": 7"));
        Program.Outcome outcome = Program.run("check", temporary.toString(), "--json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("run.json#/overall_score");
        assertThat(outcome.out()).contains("\"pointer\":\"/overall_score\"");
        assertThat(temporary).isDirectoryNotContaining("glob:**site*");
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertThat(Program.run("--help").out()).contains("build").contains("check");
        assertThat(Program.run("build", "--help").code()).isZero();
        assertThat(Program.run("--version").out()).startsWith("callsheet ");
    }
}
