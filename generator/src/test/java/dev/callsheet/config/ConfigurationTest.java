package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the four origins of a setting give, and which of them counts. */
class ConfigurationTest {

    @TempDir
    Path directory;

    @Test
    void nothingConfiguredIsTheDefaults() throws ConfigurationException {
        assertThat(Configuration.read(directory, null, Map.of("PATH", "/bin"), Map.of()))
                .isEqualTo(new Configuration(
                        "site",
                        new NightCalendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT),
                        null,
                        new Configuration.History(List.of(), false, false, "main", 400, 40_000_000),
                        new Configuration.Pages(30),
                        new Configuration.Site(900_000_000, null, null),
                        new Configuration.Fetch(
                                "data",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                Duration.ZERO,
                                "redacted",
                                4,
                                Duration.ofMinutes(30),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(30)),
                        MailSettings.in(Map.of()),
                        GateLimits.DEFAULT,
                        List.of(),
                        List.of(),
                        Rules.DEFAULT));
    }

    @Test
    void theFileHasKeysAndASectionOfThresholds() throws Exception {
        Configuration configuration = of("""
                zone: Europe/Berlin
                night_starts: 18:00
                output: "public site"
                rules:
                  window_nights: 14
                  alpha: 1e-3
                """);
        assertThat(configuration.output()).isEqualTo("public site");
        assertThat(configuration.calendar())
                .isEqualTo(new NightCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(18, 0)));
        assertThat(configuration.rules()).isEqualTo(changed(Threshold.WINDOW_NIGHTS, 14, Threshold.ALPHA, 0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zone\": \"+02:00\", \"rules\": {\"floor\": 0.9}}",
                "\ufeffzone: '+02:00'",
                "zone: +02:00\r\nrules: # nothing yet\r\n",
                "# a comment\n---\nzone: +02:00 # another\n...\n",
            })
    void jsonAndOtherWaysToWriteItAreRead(String text) throws Exception {
        assertThat(of(text).calendar().zone()).isEqualTo(ZoneOffset.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource
    void everyThresholdIsReadFromTheFileAndTheEnvironment(Threshold threshold) throws Exception {
        // The ends that no other threshold forbids.
        double value = switch (threshold) {
            case FLOOR, RECENT_NIGHTS, NEW_NIGHTS, CHANGE_ALPHA ->
                threshold.range().low();
            default -> threshold.range().high();
        };
        Setting<Number> setting = Setting.of(threshold);
        String text = threshold.text(Threshold.rules(any -> value));
        assertThat(threshold
                        .of(of("rules:\n  " + threshold.key() + ": " + text).rules())
                        .doubleValue())
                .isEqualTo(value);
        Files.delete(directory.resolve("callsheet.yml"));
        assertThat(threshold
                        .of(Configuration.read(directory, null, Map.of(setting.variable(), text), Map.of())
                                .rules())
                        .doubleValue())
                .isEqualTo(value);
    }

    @Test
    void theAddressOfTheSiteIsReadFromTheFileThoughThatOfTheApiIsNot() throws Exception {
        assertThat(of("site: {base_url: https://example.com/voice-tests}")
                        .site()
                        .baseUrl())
                .hasToString("https://example.com/voice-tests/");
    }

    @Test
    void aFlagGoesBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefault() throws Exception {
        Files.writeString(
                directory.resolve("callsheet.yml"), "zone: Asia/Tokyo\nnight_starts: 18:00\noutput: of-file\n");
        Map<String, String> environment = Map.of("CALLSHEET_ZONE", "Europe/Berlin", "CALLSHEET_OUTPUT", "of-variable");
        Configuration configuration =
                Configuration.read(directory, null, environment, Map.of(Setting.ZONE, "America/Lima"));
        assertThat(configuration.calendar())
                .isEqualTo(new NightCalendar(ZoneId.of("America/Lima"), LocalTime.of(18, 0)));
        assertThat(configuration.output()).isEqualTo("of-variable");
        assertThat(configuration.rules()).isEqualTo(Rules.DEFAULT);
    }

    @Test
    void aNamedFileStandsInForTheOneInTheDirectory() throws Exception {
        Files.writeString(directory.resolve("callsheet.yml"), "nonsense: true");
        Files.writeString(directory.resolve("other.yml"), "zone: Asia/Tokyo");
        assertThat(Configuration.read(directory, "other.yml", Map.of(), Map.of())
                        .calendar()
                        .zone())
                .isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() throws ConfigurationException {
        assertThat(Configuration.read(directory, null, Map.of("CALLSHEET_ZONE", "", "CALLSHEET_OTHER", " "), Map.of())
                        .calendar()
                        .zone())
                .isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void variablesOfTheLauncherAndSecretsAreNoSettings() throws ConfigurationException {
        assertThat(Configuration.read(
                                directory,
                                null,
                                Map.of("CALLSHEET_JAVA_OPTS", "-Xmx1g", "CALLSHEET_SMTP_PASSWORD", "s3cret"),
                                Map.of())
                        .rules())
                .isEqualTo(Rules.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "window_nights: 7, true",
        "window_nights: 6, false",
        "recent_nights: 60, true",
        "recent_nights: 61, false",
        "new_nights: 61, false",
        "floor: 0.95, true",
        "floor: 0.951, false",
        "tolerance: 0.89, false",
        "suite_alpha: 0.0001, false",
    })
    void thresholdsThatContradictEachOtherAreRefused(String rule, boolean allowed) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "rules: {" + rule + "}");
        Throwable refusal = catchThrowable(() -> Configuration.read(directory, null, Map.of(), Map.of()));
        if (allowed) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isInstanceOf(ConfigurationException.class).hasMessageContaining(" must not exceed ");
        }
    }

    private Configuration of(String text) throws IOException, ConfigurationException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
        return Configuration.read(directory, null, Map.of(), Map.of());
    }

    private static Rules changed(Threshold one, Number value, Threshold another, Number other) {
        return Threshold.rules(
                threshold -> threshold == one ? value : threshold == another ? other : threshold.of(Rules.DEFAULT));
    }
}
