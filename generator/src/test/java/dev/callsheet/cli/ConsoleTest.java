package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.HostileText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warning: a.json: found ##[error]owned",
                "##[add-mask]a",
                "x ##vso[task.setvariable variable=a]b",
                "##teamcity[buildStatus status='SUCCESS']",
                "::error::owned",
                " \t::add-mask::e",
                "::stop-commands::x"
            })
    void noLineCommandsTheSystemThatReadsIt(String line) {
        assertThat(Console.visible(line)).doesNotContainPattern("##[a-z]*\\[").doesNotContainPattern("^\\s*::");
    }

    @Test
    void aLineStaysOneLineWhateverStandsInIt() {
        for (String text : HostileText.ALL) {
            assertThat(Console.visible("warning: " + text)).doesNotContainPattern("[\\p{Cc}\\p{Cs}\u2028\u202e]");
        }
    }

    @Test
    void neitherStreamOfACheckCommandsTheSystemThatReadsIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, """
                {"runs": [{"id": "r", "scenario_id": "s", "status": "PASSED", "created_at": "##[error]a\\n::error::b",
                  "duration_ms": "##vso[task.complete]c", "overall_score": "\\r::add-mask::d"}]}""");
        for (String[] args :
                List.of(new String[] {"check", file.toString()}, new String[] {"check", "--json", file.toString()})) {
            Program.Outcome outcome = Program.run(args);
            assertThat(outcome.err() + outcome.out())
                    .contains("error]a")
                    .doesNotContainPattern("##[a-z]*\\[")
                    .doesNotContainPattern("(?m)^\\s*::");
        }
    }

    @Test
    void annotationsArePrintedOnlyWhereTheyAreAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, """
                {"runs": [{"id": "r", "scenario_id": "s", "status": "ERROR", "created_at": "2026-04-14T01:00:00Z"}]}""");
        String site = folder.resolve("site").toString();
        Program.Outcome without = Program.run("build", "-o", site, file.toString());
        Program.Outcome with = Program.run("build", "-q", "--annotations", "-o", site, file.toString());
        assertThat(without.err()).doesNotContainPattern("(?m)^::");
        assertThat(with.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("::warning title=Gate%3A "));
        assertThat(with.out()).isEqualTo(without.out());
    }

    @Test
    void anOrdinaryLineIsPrintedAsItIs() {
        assertThat(Console.visible("read 3 files: a::b, #1 ## [x]")).isEqualTo("read 3 files: a::b, #1 ## [x]");
    }
}
