package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The section {@code gate}. */
class GateSettingsTest {

    @TempDir
    Path directory;

    /** Every word that the setting of a rule takes. */
    static Stream<Arguments> words() {
        return GateSettings.ALL.stream()
                .filter(setting -> setting.type().equals("word"))
                .flatMap(setting -> Arrays.stream(setting.range().split(", | or ", -1))
                        .map(word -> Arguments.of(setting.name(), word)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void whatARuleGivesIsReadFromTheFileAndTheEnvironment(String name, String word) throws Exception {
        Verdict verdict = word.equals("off") ? null : Verdict.valueOf(word.toUpperCase(Locale.ROOT));
        GateLimits expected = GateLimits.DEFAULT.with(rule(name), verdict);
        assertThat(of("gate:\n  " + name + ": " + word + "\n")).isEqualTo(expected);
        Map<String, String> environment = Map.of("CALLSHEET_GATE_" + name.toUpperCase(Locale.ROOT), word);
        assertThat(Configuration.read(directory, null, environment, Map.of()).gate())
                .isEqualTo(expected);
    }

    @Test
    void everyRuleButTheFirstHasASetting() {
        assertThat(words().map(word -> rule((String) word.get()[0])).distinct())
                .containsExactlyInAnyOrder(Arrays.stream(GateRule.values())
                        .filter(rule -> rule != GateRule.NIGHT_HAS_RESULTS)
                        .toArray(GateRule[]::new));
    }

    @Test
    void nothingSetIsTheDefaults() throws Exception {
        assertThat(of("gate:\n")).isEqualTo(GateLimits.DEFAULT);
    }

    @Test
    void everyLimitIsRead() throws Exception {
        assertThat(of("""
                gate:
                  required: [greeting, "42"]
                  required_share: 1
                  infrastructure_share: 0.25
                  suite_rate_least: 0.9
                  flaky_most: 7
                  flaky_share: 0.5
                  tone_drop_least: 0.01
                  turn_limit_share: 0.15
                  flake_risk_most: 0.35
                """))
                .isEqualTo(new GateLimits(
                        GateLimits.DEFAULT.ifNot(), 0.25, 1, 0.9, 7, 0.5, 0.01, 0.15, 0.35, List.of("greeting", "42")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                gate: {any_worse: error}        | callsheet.yml:1: gate.any_worse: must be a word, fail, warn or off; was 'error'
                gate: {flake_risk: fail}        | callsheet.yml:1: gate.flake_risk: must be a word, warn or off; was 'fail'
                gate: {unproven: off}           | callsheet.yml:1: gate.unproven: must be a word, pass, inconclusive or warn; was 'off'
                gate: {suite_rate: 0.8}         | callsheet.yml:1: gate.suite_rate: must be a word, fail, warn or off; was '0.8'
                gate: {required_share: 0}       | callsheet.yml:1: gate.required_share: must be a number, 0.01 to 1; was '0'
                gate: {flaky_most: 1.5}         | callsheet.yml:1: gate.flaky_most: must be a whole number, 0 to 100000; was '1.5'
                gate: {required: [' ']}         | callsheet.yml:1: gate.required: must be an id or several, each an id, or none; was ' '
                gate: {requires: a}             | callsheet.yml:1: gate.requires: unknown key; the nearest known one is required
                gate: {night_has_results: off}  | callsheet.yml:1: gate.night_has_results: unknown key; the nearest known one is max_nights, in the section history
                """)
    void whatIsWrongIsSaid(String text, String message) {
        assertThatThrownBy(() -> of(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message.substring(0, message.indexOf(';')));
    }

    private static GateRule rule(String name) {
        return switch (name) {
            case "incomplete" -> GateRule.FETCH_COMPLETE;
            case "unproven" -> GateRule.REQUIRED_UNPROVEN;
            default -> GateRule.valueOf(name.toUpperCase(Locale.ROOT));
        };
    }

    private GateLimits of(String text) throws IOException, ConfigurationException {
        Path file = directory.resolve("callsheet.yml");
        try {
            Files.writeString(file, text);
            return Configuration.read(directory, null, Map.of(), Map.of()).gate();
        } finally {
            Files.delete(file);
        }
    }
}
