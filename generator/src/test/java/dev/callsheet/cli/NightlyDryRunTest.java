package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyDryRunTest {

    private static final String FILE = """
            zone: Europe/Berlin
            night_starts: 18:00
            stream: 'true'
            history:
              from:
                - https://example.com/voice-tests/
                - "a copy: of it.zip"
            site:
              max_bytes: 20 MB
              base_url: https://example.com/voice-tests
            fetch:
              pathways: ["1001", "böse: # 'x'"]
              since: 36h
            aliases:
              "old: one": "new #1"
            mutes:
              - scenario: greeting
                owner: Ann "the boss"
                reason: 'waits: for #42'
                until: "2026-04-30"
            rules:
              floor: 0.85
            """;

    @TempDir
    Path directory;

    @Test
    void itPrintsAFileThatGivesTheSameConfiguration() throws Exception {
        Files.writeString(directory.resolve("callsheet.yml"), FILE);
        Map<String, String> environment = Map.of("BLAND_API_KEY", "swordfish", "CALLSHEET_BASELINE", "2026-04-13");
        Program.Outcome outcome = dryRun(environment);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();

        Files.writeString(directory.resolve("printed.yml"), outcome.out());
        Configuration printed = Configuration.read(directory, "printed.yml", Map.of(), Map.of());
        Configuration inForce = Configuration.read(directory, null, environment, Map.of());
        assertThat(printed)
                .usingRecursiveComparison()
                .ignoringFields("aliases", "mutes")
                .isEqualTo(inForce);
        assertThat(printed.aliases())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("file", "line")
                .isEqualTo(inForce.aliases());
        assertThat(printed.mutes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("file", "line")
                .isEqualTo(inForce.mutes());
    }

    @Test
    void eachValueIsPrintedWithWhereItComesFrom() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), FILE);
        assertThat(dryRun(Map.of("BLAND_API_KEY", "swordfish", "CALLSHEET_ZONE", "UTC"))
                        .out()
                        .lines())
                .contains(
                        "zone: UTC  # CALLSHEET_ZONE",
                        "night_starts: \"18:00\"  # callsheet.yml",
                        "output: site  # default",
                        "  max_bytes: \"20 MB\"  # callsheet.yml",
                        "  floor: 0.85  # callsheet.yml");
    }

    @Test
    void secretsAreNamedAndNotPrinted() {
        Map<String, String> environment = new HashMap<>(Map.of("BLAND_BASE_URL", "http://127.0.0.1:1"));
        environment.put("BLAND_API_KEY", "swordfish");
        environment.put("CALLSHEET_SMTP_PASSWORD", "Fifi-1234");
        assertThat(dryRun(environment).out())
                .contains(
                        "#   BLAND_BASE_URL: http://127.0.0.1:1\n",
                        "#   BLAND_API_KEY: set, not shown\n",
                        "#   CALLSHEET_SMTP_PASSWORD: set, not shown\n",
                        "#   CALLSHEET_SMTP_TOKEN: not set\n")
                .doesNotContain("swordfish", "Fifi");
    }

    @Test
    void nothingIsAskedOrWritten() throws IOException {
        try (Fetching fetching = new Fetching(directory)) {
            assertThat(fetching.run(Map.of(), "nightly", "--dry-run").code()).isZero();
            assertThat(fetching.api.asked()).isEmpty();
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void whatWouldStopTheNightStopsItTheSame() throws IOException {
        assertThat(dryRun(Map.of()).err()).startsWith("callsheet: BLAND_API_KEY is not set");
        Files.writeString(directory.resolve("callsheet.yml"), "outputt: x\n");
        Program.Outcome outcome = dryRun(Map.of("BLAND_API_KEY", "swordfish"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("callsheet: callsheet.yml:1: outputt: unknown key");
    }

    private Program.Outcome dryRun(Map<String, String> environment) {
        return Program.run(new byte[0], environment, directory, "nightly", "--dry-run");
    }
}
