package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuildJsonTest {

    @TempDir
    Path temporary;

    @Test
    void countsWhatGotWorseTonightAndWhatIsFlakyAsTheReportDoes() {
        Path site = temporary.resolve("site");
        Program.Outcome outcome = Program.run("build", "samples", "--json", "-q", "-o", site.toString());
        JsonNode said = JsonMapper.shared().readTree(outcome.out());
        JsonNode report = new Site(site).report();
        assertThat(said.get("worse").asInt())
                .isEqualTo(report.at("/changes/worse").size())
                .isPositive();
        assertThat(said.get("flaky").asInt())
                .isEqualTo(report.at("/flakiness/flaky_count").asInt())
                .isPositive();
    }
}
