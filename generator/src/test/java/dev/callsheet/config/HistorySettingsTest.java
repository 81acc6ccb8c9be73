package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where history comes from, what is kept of it, and how that is written. */
class HistorySettingsTest {

    private static final String SOURCES =
            "must be a source or several, each a directory, a file, a zip or an http(s) URL, or none; was ";

    @TempDir
    Path directory;

    @Test
    void theFileHasSectionsForIt() throws Exception {
        Configuration configuration = of("""
                stream: staging
                baseline: 2026-04-01
                history:
                  from: [last-site, "https://example.com/tests/"]
                  required: true
                  readonly: true
                  max_nights: 100
                  max_bytes: 5 MB
                pages:
                  max_nights: 0
                site:
                  max_bytes: 1 GB
                """);
        assertThat(configuration.history())
                .isEqualTo(new Configuration.History(
                        List.of("last-site", "https://example.com/tests/"), true, true, "staging", 100, 5_000_000));
        assertThat(configuration.baseline()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(configuration.pages().maxNights()).isZero();
        assertThat(configuration.site().maxBytes()).isEqualTo(1_000_000_000);
    }

    @Test
    void aFlagGoesBeforeAVariableThatBeforeTheFile() throws Exception {
        write("""
                stream: of-file
                baseline: 2026-04-01
                history: {from: of-file, required: true, readonly: true, max_nights: 7}
                """);
        Map<String, String> environment = Map.of(
                "CALLSHEET_STREAM", "of-variable",
                "CALLSHEET_HISTORY_FROM", "of-variable",
                "CALLSHEET_HISTORY_READONLY", "false",
                "CALLSHEET_HISTORY_MAX_BYTES", "7000");
        Configuration configuration = Configuration.read(
                directory,
                null,
                environment,
                Map.of(
                        Setting.HISTORY_FROM,
                        "one\ntwo\n",
                        Setting.HISTORY_REQUIRED,
                        "false",
                        Setting.BASELINE,
                        "none"));
        assertThat(configuration.history())
                .isEqualTo(new Configuration.History(List.of("one", "two"), false, false, "of-variable", 7, 7_000));
        assertThat(configuration.baseline()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b\nhttp://127.0.0.1:8080/repo/",
                "a b\r\nhttp://127.0.0.1:8080/repo/\r\n",
                " a b \n http://127.0.0.1:8080/repo/ "
            })
    void aVariableHasASourceALine(String lines) throws Exception {
        assertThat(Configuration.read(directory, null, Map.of("CALLSHEET_HISTORY_FROM", lines), Map.of())
                        .history()
                        .from())
                .containsExactly("a b", "http://127.0.0.1:8080/repo/");
    }

    @Test
    void theFileHasOneSourceOrAListOfThem() throws Exception {
        assertThat(of("history: {from: one}").history().from()).containsExactly("one");
        assertThat(of("history:\n  from:\n    - one\n    - two\n").history().from())
                .containsExactly("one", "two");
    }

    @Test
    void noneIsNoSourceWhereverItIsSaid() throws Exception {
        write("history: {from: site}");
        assertThat(Configuration.read(directory, null, Map.of(), Map.of(Setting.HISTORY_FROM, "none\n"))
                        .history()
                        .from())
                .isEmpty();
        assertThat(of("history: {from: none}").history().from()).isEmpty();
        assertThat(of("history: {from: ./none}").history().from()).containsExactly("./none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:hunter2@example.com/",
                "https://hunter2@example.com/",
                "http://me:hunt@hunter2@example.com/",
                "https://me:hunter2 @example.com/",
                "HTTPS://me:hunter2@example.com/",
                "https:me:hunter2@example.com",
                "https:/me:hunter2@example.com",
                "ftp://me:hunter2@example.com/",
                "https://example.com/?token=hunter2",
                "https://example.com/#hunter2",
            })
    void aUrlThatMayHoldASecretIsRefusedAndNotRepeated(String url) throws IOException {
        assertThat(List.of(
                        refusal("history: {from: '" + url + "'}"),
                        refusal("history: {from: [site, '" + url + "']}"),
                        flag(Setting.HISTORY_FROM, url + "\n")))
                .allSatisfy(message -> assertThat(message)
                        .contains("must be a source or several", "; was a URL ")
                        .doesNotContain("hunter2"));
    }

    @Test
    void itIsSaidWhyAUrlIsRefused() {
        assertThat(flag(Setting.HISTORY_FROM, "https://me:hunter2@example.com/"))
                .isEqualTo("--history: " + SOURCES + "a URL with a user name or a password, which would be seen on the"
                        + " console and in the report; take it out");
        assertThat(flag(Setting.HISTORY_FROM, "ftp://example.com/"))
                .isEqualTo("--history: " + SOURCES + "a URL that does not begin with http:// or https://");
        assertThat(flag(Setting.HISTORY_FROM, "https://example.com/?x"))
                .isEqualTo("--history: " + SOURCES
                        + "a URL with something after its path, from ? or # on; take it out, a site has none");
        assertThat(flag(Setting.HISTORY_FROM, "https:///site"))
                .isEqualTo("--history: " + SOURCES + "a URL that is not well-formed");
    }

    @Test
    void whatIsNoSourceIsRefused() {
        assertThat(flag(Setting.HISTORY_FROM, "\n")).isEqualTo("--history: " + SOURCES + "''");
        assertThat(flag(Setting.HISTORY_FROM, "a\n\n"))
                .as("the second of two is empty")
                .isEqualTo("--history: " + SOURCES + "''");
        assertThat(flag(Setting.HISTORY_FROM, "-")).isEqualTo("--history: " + SOURCES + "'-'");
        assertThat(flag(Setting.HISTORY_FROM, "none\na\n"))
                .isEqualTo("--history: " + SOURCES + "'none' beside another source; ./none is a file of this name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                1           | 1
                40000000    | 40000000
                512 B       | 512
                500 kB      | 500000
                500 KB      | 500000
                40 MB       | 40000000
                40MB        | 40000000
                1000 GB     | 1000000000000
                """)
    void aSizeIsANumberOfBytesOrOneWithAUnit(String text, long bytes) throws Exception {
        assertThat(of("history: {max_bytes: " + text + "}").history().maxBytes())
                .isEqualTo(bytes);
        assertThat(of("site: {max_bytes: '" + text + "'}").site().maxBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.5 GB",
                "40 MiB",
                "40 mb",
                "40  MB",
                "MB",
                "040",
                "1_000",
                "1001 GB",
                "999999999999 GB",
                "1e6",
                "big"
            })
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() ->
                        Configuration.read(directory, null, Map.of("CALLSHEET_HISTORY_MAX_BYTES", text), Map.of()))
                .hasMessage("CALLSHEET_HISTORY_MAX_BYTES: must be a size, a number of bytes, or one of kB, MB or GB"
                        + " such as 40 MB; was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "a",
                "0",
                "release-1.2_x",
                "2026",
                "1.0",
                "true",
                "0123456789012345678901234567890123456789"
            })
    void aStreamIsAShortPlainName(String name) throws Exception {
        assertThat(of("stream: " + name).history().stream()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                feature/X        | ; feature-x would do
                FIX--Ünï//       | ; fix-n would do
                TITLE            | ; title would do
                .hidden          | ; hidden would do
                -                |
                a b              | ; a-b would do
                a..b             | ; a.b would do
                con.x            |
                ./..             |
                '01234567890123456789012345678901234567 /90' | ; 01234567890123456789012345678901234567-9 would do
                012345678901234567890123456789012345678/0    | ; 012345678901234567890123456789012345678 would do
                """)
    void whatIsNoStreamIsRefusedWithANameThatIsOne(String name, String suggestion) {
        assertThat(flag(Setting.STREAM, name))
                .isEqualTo(
                        "--stream: must be a name, of a-z, 0-9, single dots, - and _, a letter or digit first, at most 40;"
                                + " was '" + name + "'" + (suggestion == null ? "" : suggestion));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                baseline: 2026-02-30         | callsheet.yml:1: baseline: must be a night, a date such as 2026-04-14, or none; was '2026-02-30'
                baseline: 14.4.2026          | callsheet.yml:1: baseline: must be a night, a date such as 2026-04-14, or none; was '14.4.2026'
                baseline: +12026-04-14       | callsheet.yml:1: baseline: must be a night, a date such as 2026-04-14, or none; was '+12026-04-14'
                history: {required: yes}     | callsheet.yml:1: history.required: must be a switch, true or false; was the text 'yes'
                history: {required: 'true'}  | callsheet.yml:1: history.required: must be a switch, true or false; was the text 'true'
                history: {readonly: 1}       | callsheet.yml:1: history.readonly: must be a switch, true or false; was '1'
                history: {max_nights: 0}     | callsheet.yml:1: history.max_nights: must be a whole number, 1 to 100000; was '0'
                history: {max_nights: 100001} | callsheet.yml:1: history.max_nights: must be a whole number, 1 to 100000; was '100001'
                pages: {max_nights: -1}      | callsheet.yml:1: pages.max_nights: must be a whole number, 0 to 100000; was '-1'
                site: {max_bytes: big}       | callsheet.yml:1: site.max_bytes: must be a size, a number of bytes, or one of kB, MB or GB such as 40 MB; was 'big'
                site: {max_bytes: [1]}       | callsheet.yml:1: site.max_bytes: must be a size, a number of bytes, or one of kB, MB or GB such as 40 MB; was a list
                stream: [a]                  | callsheet.yml:1: stream: must be a name, of a-z, 0-9, single dots, - and _, a letter or digit first, at most 40; was a list
                history: site                | callsheet.yml:1: history: must be a section: its keys, indented, on the lines below; was the text 'site'
                history: {form: site}        | callsheet.yml:1: history.form: unknown key; the nearest known one is from
                history: {max_night: 3}      | callsheet.yml:1: history.max_night: unknown key; the nearest known one is max_nights
                pages: {max_night: 3}        | callsheet.yml:1: pages.max_night: unknown key; the nearest known one is max_nights
                site: {max_byte: 3}          | callsheet.yml:1: site.max_byte: unknown key; the nearest known one is max_bytes
                pages.max_nights: 3          | callsheet.yml:1: pages.max_nights: unknown key; the nearest known one is max_nights, in the section pages
                histroy: {}                  | callsheet.yml:1: histroy: unknown key; the nearest known one is history
                history: {stream: main}      | callsheet.yml:1: history.stream: unknown key; the nearest known one is stream, outside of the section
                alias: {}                    | callsheet.yml:1: alias: unknown key; the nearest known one is aliases
                """)
    void whatIsWrongIsSaid(String text, String message) throws IOException {
        assertThat(refusal(text)).isEqualTo(message);
    }

    @Test
    void ofAListTheLineOfTheWrongOneIsNamed() throws IOException {
        assertThat(refusal("history:\n  from:\n    - site\n    - 5\n"))
                .isEqualTo("callsheet.yml:4: history.from: " + SOURCES + "'5'");
        assertThat(refusal("history:\n  from:\n    - site\n    -\n"))
                .isEqualTo("callsheet.yml:4: history.from: " + SOURCES + "nothing");
        assertThat(refusal("history:\n  from: []\n")).isEqualTo("callsheet.yml:2: history.from: " + SOURCES + "''");
        assertThat(refusal("history:\n  from:\n")).isEqualTo("callsheet.yml:2: history.from: " + SOURCES + "nothing");
        assertThat(refusal("history:\n  from: [[site]]\n"))
                .isEqualTo("callsheet.yml:2: history.from: " + SOURCES + "a list");
    }

    private Configuration of(String text) throws IOException, ConfigurationException {
        write(text);
        return Configuration.read(directory, null, Map.of(), Map.of());
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
    }

    private String refusal(String text) throws IOException {
        try {
            return "not refused: " + of(text);
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String flag(Setting<?> setting, String text) {
        try {
            return "not refused: "
                    + Configuration.read(Path.of("target/no-such-folder"), null, Map.of(), Map.of(setting, text));
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
