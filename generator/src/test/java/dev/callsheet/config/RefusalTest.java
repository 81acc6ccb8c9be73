package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what is said of it. */
class RefusalTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                zoen: UTC                      | callsheet.yml:1: zoen: unknown key; the nearest known one is zone
                night-starts: 18:00            | callsheet.yml:1: night-starts: unknown key; the nearest known one is night_starts
                Zone: UTC                      | callsheet.yml:1: Zone: unknown key; the nearest known one is zone
                rulez: {floor: 0.9}            | callsheet.yml:1: rulez: unknown key; the nearest known one is rules
                rules: {tolerence: 0.9}        | callsheet.yml:1: rules.tolerence: unknown key; the nearest known one is tolerance
                window_nights: 30              | callsheet.yml:1: window_nights: unknown key; the nearest known one is window_nights, in the section rules
                rules.floor: 0.9               | callsheet.yml:1: rules.floor: unknown key; the nearest known one is floor, in the section rules
                rules: {zone: UTC}             | callsheet.yml:1: rules.zone: unknown key; the nearest known one is zone, outside of the section
                zone: 5                        | callsheet.yml:1: zone: must be a time zone, UTC or a name such as Europe/Berlin; was '5'
                zone: Mars/Olympus             | callsheet.yml:1: zone: must be a time zone, UTC or a name such as Europe/Berlin; was 'Mars/Olympus'
                gate: {incomplete: fail}       | callsheet.yml:1: gate.incomplete: must be a word, inconclusive, warn or off; was 'fail'
                gate: {incomplete: false}      | callsheet.yml:1: gate.incomplete: must be a word, inconclusive, warn or off; was 'false'
                gate: {complete: off}          | callsheet.yml:1: gate.complete: unknown key; the nearest known one is incomplete
                zone: [UTC]                    | callsheet.yml:1: zone: must be a time zone, UTC or a name such as Europe/Berlin; was a list
                zone: {name: UTC}              | callsheet.yml:1: zone: must be a time zone, UTC or a name such as Europe/Berlin; was a section
                zone:                          | callsheet.yml:1: zone: must be a time zone, UTC or a name such as Europe/Berlin; was nothing
                night_starts: 25:00            | callsheet.yml:1: night_starts: must be a time of day, 00:00 to 23:59; was '25:00'
                night_starts: 18               | callsheet.yml:1: night_starts: must be a time of day, 00:00 to 23:59; was '18'
                output: ' '                    | callsheet.yml:1: output: must be a path, of a directory that is new or was made by callsheet; was ' '
                output: true                   | callsheet.yml:1: output: must be a path, of a directory that is new or was made by callsheet; was 'true'
                rules: [floor]                 | callsheet.yml:1: rules: must be a section: its keys, indented, on the lines below; was a list
                rules: 5                       | callsheet.yml:1: rules: must be a section: its keys, indented, on the lines below; was '5'
                rules: {window_nights: 0}      | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was '0'
                rules: {window_nights: -3}     | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was '-3'
                rules: {window_nights: 366}    | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was '366'
                rules: {window_nights: 30.5}   | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was '30.5'
                rules: {window_nights: "30"}   | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was the text '30'
                rules: {window_nights: thirty} | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was the text 'thirty'
                rules: {window_nights: 99999999999} | callsheet.yml:1: rules.window_nights: must be a whole number, 1 to 365; was '99999999999'
                rules: {floor: .nan}           | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was '.nan'
                rules: {floor: .inf}           | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was '.inf'
                rules: {floor: 1}              | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was '1'
                rules: {floor: 1e999}          | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was '1e999'
                rules: {floor: 95 %}           | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was the text '95 %'
                rules: {floor: true}           | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was 'true'
                rules: {floor: }               | callsheet.yml:1: rules.floor: must be a number, 0.5 to 0.9999; was nothing
                rules: {floor: 0.96}           | rules: floor is 0.96 and tolerance is 0.95: floor must not exceed tolerance: a scenario between the two would be proven reliable and flaky at once
                """)
    void aWrongValueOrKeyIsNamedWithItsPlace(String text, String message) throws IOException {
        assertRefused(text, message);
    }

    @Test
    void aPathWithANulIsNone() throws IOException {
        assertThat(messageOf("output: \"a\\0b\"")).startsWith("callsheet.yml:1: output: must be a path");
    }

    @Test
    void thePlaceIsTheLineOfTheKey() throws IOException {
        assertRefused(
                "# nights\nzone: UTC\n\nrules:\n  floor: 0.9\n  tolerance: 9\n",
                "callsheet.yml:6: rules.tolerance: must be a number, 0.5 to 0.9999; was '9'");
    }

    @Test
    void aKeyIsGivenOnce() throws IOException {
        assertRefused("zone: UTC\n\nzone: UTC\n", "callsheet.yml:3: zone: is given twice, first on line 1");
        assertRefused("rules: {}\nrules:\n  floor: 0.9\n", "callsheet.yml:2: rules: is given twice, first on line 1");
        assertRefused(
                "rules:\n  floor: 0.9\n  floor: 0.9\n",
                "callsheet.yml:3: rules.floor: is given twice, first on line 2");
    }

    @ParameterizedTest
    @CsvSource({
        "api_key, BLAND_API_KEY",
        "apiKey, BLAND_API_KEY",
        "BLAND_API_KEY, BLAND_API_KEY",
        "token, BLAND_API_KEY",
        "authorization, BLAND_API_KEY",
        "client-secret, BLAND_API_KEY",
        "key, BLAND_API_KEY",
        "base_url, BLAND_BASE_URL",
        "password, CALLSHEET_SMTP_PASSWORD",
        "smtp_host, CALLSHEET_SMTP_PASSWORD",
    })
    void aSecretIsRefusedWithItsVariableAndNeverPrinted(String key, String variable) throws IOException {
        assertRefused(
                key + ": hunter2-hunter2\n",
                "callsheet.yml:1: " + key
                        + ": looks like a secret, and secrets are read from the environment only; set " + variable
                        + " and take the key out of the file");
        assertThat(messageOf("zone: UTC\nrules:\n  " + key + ": [hunter2]\n"))
                .startsWith("callsheet.yml:3: rules." + key + ": looks like a secret")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key:hunter2",
                "api_key:hunter2: x",
                "api_key=hunter2",
                "zone: UTC\napi_key:hunter2\n",
                "zone: UTC\n\tapi_key: hunter2\n",
                "zone: UTC\napi_key: 'hunter2\n",
                "zone: UTC\n&hunter2 api_key: hunter2",
                "- api_key: hunter2",
                "zone: {api_key: hunter2}",
                "? {api_key: hunter2}\n: x",
                "zone: @hunter2",
                "%TAG hunter2\n---\nzone: UTC",
            })
    void aSecretIsNotPrintedWhereTheFileIsBrokenEither(String text) throws IOException {
        assertThat(messageOf(text)).startsWith("callsheet.yml").doesNotContain("hunter2");
    }

    @Test
    void aSettingIsNeverTakenForASecret() throws IOException {
        assertThat(messageOf("base_url: https://example.com/")).contains("looks like a secret");
        assertThat(messageOf("site:\n  base_url: nowhere\n"))
                .startsWith("callsheet.yml:2: site.base_url: must be an address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# zone: UTC\n", "---\n", "\ufeff"})
    void anEmptyFileIsRefused(String text) throws IOException {
        assertRefused(text, "callsheet.yml: is empty; name a key in it, or remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just a text", "- zone", "zone:UTC", "5"})
    void aFileWithoutKeysIsRefused(String text) throws IOException {
        assertRefused(text, "callsheet.yml:1: must hold keys, each with a colon, a blank and its value");
    }

    @Test
    void aSecondDocumentIsRefused() throws IOException {
        assertRefused("zone: UTC\n---\nzone: UTC\n", "callsheet.yml:3: a second document begins; there must be one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zone: !!str UTC",
                "zone: !!javax.script.ScriptEngineManager [x]",
                "!!map {zone: UTC}",
                "rules: &all {floor: 0.9}",
                "&all\nzone: UTC",
                "zone: &z UTC\noutput: *z",
            })
    void anchorsAliasesAndTagsAreRefused(String text) throws IOException {
        assertThat(messageOf(text))
                .endsWith(": anchors, aliases and tags (&, *, !) are not read; a value with such a sign needs quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zone: UTC\n\toutput: x", "zone: 'UTC", "rules: {floor: 0.9", "output: a: b", "zone: \u0007"})
    void whatIsNoYamlIsRefused(String text) throws IOException {
        assertThat(messageOf(text)).matches("callsheet\\.yml:\\d+: cannot be read as YAML from here on; .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{zone: ", "zone: [", "- ", "rules: {rules: ", "'", "1", "a: &a *a\n", "zone: -"})
    void aBombDoesNotGoOff(String piece) throws IOException {
        assertThat(messageOf(piece.repeat(60_000 / piece.length()))).hasSizeLessThan(300);
    }

    @Test
    void aFileThatIsTooLargeIsNotParsed() throws IOException {
        assertRefused("# comment\n".repeat(7_000) + "zone: UTC", "callsheet.yml: is larger than 65536 bytes");
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Files.write(directory.resolve("callsheet.yml"), "output: Büro".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(message(null)).isEqualTo("callsheet.yml: is not UTF-8");
        Files.write(directory.resolve("callsheet.yml"), "zone: UTC".getBytes(StandardCharsets.UTF_16));
        assertThat(message(null)).isEqualTo("callsheet.yml: is not UTF-8");
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        assertThat(message("missing.yml")).isEqualTo("missing.yml: there is no such file");
        assertThat(message(" ")).isEqualTo("--config: must be the path of a file; was ' '");
        assertThat(message("a\0b")).startsWith("--config: must be the path of a file; was ");
        Files.createDirectory(directory.resolve("folder"));
        assertThat(message("folder")).isEqualTo("folder: is a directory; the configuration must be a file");
        Files.writeString(directory.resolve("plain"), "zone: UTC");
        assertThat(message("plain/callsheet.yml")).startsWith("plain/callsheet.yml: ");
        Files.createSymbolicLink(directory.resolve("callsheet.yml"), directory.resolve("gone.yml"));
        assertThat(message(null)).isEqualTo("callsheet.yml: there is no such file");
    }

    @Test
    void anAbsolutePathIsNotRepeated() throws IOException {
        Path file = Files.writeString(directory.resolve("team.yml"), "zoen: UTC");
        assertThat(message(file.toAbsolutePath().toString())).startsWith("team.yml:1: zoen: unknown key");
        assertThat(message(directory.resolve("gone.yml").toAbsolutePath().toString()))
                .isEqualTo("gone.yml: there is no such file");
        assertThat(message("/")).doesNotContain("null");
    }

    @Test
    void aLongTextIsCut() throws IOException {
        assertThat(messageOf("zone: " + "x".repeat(60_000))).hasSizeLessThan(200);
        assertThat(messageOf("x".repeat(500) + ": y")).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                CALLSHEET_ZONE                | nowhere | CALLSHEET_ZONE: must be a time zone, UTC or a name such as Europe/Berlin; was 'nowhere'
                CALLSHEET_RULES_WINDOW_NIGHTS | 1e2     | CALLSHEET_RULES_WINDOW_NIGHTS: must be a whole number, 1 to 365; was '1e2'
                CALLSHEET_RULES_FLOOR         | NaN     | CALLSHEET_RULES_FLOOR: must be a number, 0.5 to 0.9999; was 'NaN'
                CALLSHEET_RULES_TOLERENCE     | 0.9     | environment variable CALLSHEET_RULES_TOLERENCE: unknown; the nearest known one is CALLSHEET_RULES_TOLERANCE
                CALLSHEET_zone                | UTC     | environment variable CALLSHEET_zone: unknown; the nearest known one is CALLSHEET_ZONE
                CALLSHEET_                    | x       | environment variable CALLSHEET_: unknown; the nearest known one is CALLSHEET_ZONE
                """)
    void aWrongVariableIsNamed(String variable, String value, String message) {
        assertThatThrownBy(() -> Configuration.read(directory, null, Map.of(variable, value), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void aWrongFlagIsNamed() {
        assertThatThrownBy(() -> Configuration.read(directory, null, Map.of(), Map.of(Setting.NIGHT_STARTS, "noon")))
                .hasMessage("--night-starts: must be a time of day, 00:00 to 23:59; was 'noon'");
    }

    @Test
    void aWrongValueIsRefusedEvenWhereSomethingElseGoesBeforeIt() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "zone: nowhere");
        assertThatThrownBy(() -> Configuration.read(
                        directory, null, Map.of("CALLSHEET_ZONE", "UTC"), Map.of(Setting.ZONE, "UTC")))
                .hasMessageStartingWith("callsheet.yml:1: zone: must be a time zone");
    }

    private void assertRefused(String text, String message) throws IOException {
        assertThat(messageOf(text)).isEqualTo(message);
    }

    private String messageOf(String text) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
        return message(null);
    }

    private String message(@Nullable String named) {
        try {
            return "not refused: " + Configuration.read(directory, named, Map.of(), Map.of());
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
