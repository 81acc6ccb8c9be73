package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The document says what the table of settings says. */
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Path EXAMPLE = Path.of("docs/callsheet.example.yml");

    @Test
    void itsTableIsTheTableOfTheCode() throws IOException {
        assertThat(Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(Settings.ALL.stream()
                        .map(ConfigurationDocumentTest::row)
                        .toList());
    }

    private static String row(Setting<?> setting) {
        return "| "
                + String.join(
                        " | ",
                        "`" + setting.key() + "`",
                        setting.type(),
                        setting.range(),
                        "`" + setting.byDefault() + "`",
                        "`" + setting.variable() + "`",
                        setting.flag() == null ? "–" : "`" + setting.flag() + "`",
                        setting.meaning())
                + " |";
    }

    @ParameterizedTest
    @FieldSource("dev.callsheet.config.Limit#ALL")
    void itNamesTheCombinationsThatAreRefused(Limit limit) throws IOException {
        assertThat(Files.readAllLines(DOCUMENT))
                .contains("- `" + limit.lower().key() + "` must not exceed `"
                        + limit.upper().key() + "`: " + limit.reason());
    }

    @Test
    void itRepeatsTheExample() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains("```yaml\n" + Files.readString(EXAMPLE) + "```");
    }

    @Test
    void theExampleCanBeRead() throws ConfigurationException {
        Map<Threshold, Number> changed =
                Map.of(Threshold.WINDOW_NIGHTS, 30, Threshold.TOLERANCE, 0.9, Threshold.FLOOR, 0.85);
        assertThat(Configuration.read(Path.of(""), EXAMPLE.toString(), Map.of(), Map.of()))
                .isEqualTo(new Configuration(
                        "public",
                        new NightCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(18, 0)),
                        null,
                        new Configuration.History(
                                List.of("https://example.com/voice-tests/"), false, false, "main", 400, 40_000_000),
                        new Configuration.Pages(14),
                        new Configuration.Site(900_000_000, null, null),
                        FetchSettings.in(Map.of()),
                        MailSettings.in(Map.of()),
                        GateLimits.DEFAULT.with(GateRule.FETCH_COMPLETE, Verdict.WARN),
                        List.of(new Alias("docs/callsheet.example.yml", 17, "greeting-v1", "greeting-v2")),
                        List.of(new Mute(
                                "docs/callsheet.example.yml",
                                20,
                                "ask-for-the-price",
                                "Ada",
                                "issue 12: prices are stale until the new feed is there",
                                LocalDate.of(2026, 4, 30))),
                        Threshold.rules(threshold ->
                                Objects.requireNonNullElse(changed.get(threshold), threshold.of(Rules.DEFAULT)))));
    }
}
