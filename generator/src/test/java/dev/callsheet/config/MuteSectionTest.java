package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.gate.Mute;
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

/** The section {@code mutes}. */
class MuteSectionTest {

    private static final String REST = "owner: o, reason: r, until: 2026-04-30";

    @TempDir
    Path directory;

    @Test
    void mutesAreReadInTheirOrderWithTheirLines() throws Exception {
        assertThat(mutes("""
                zone: UTC
                mutes:
                  # known since March
                  - scenario: cancel
                    owner: Ada Lovelace <ada@example.com>
                    reason: "<script>alert(1)</script> issue #12: \\u202e"
                    until: 2026-04-30
                  - until: "2026-05-01"
                    reason: |
                      two
                      lines
                    owner: 'Bob'
                    scenario: "42"
                """))
                .containsExactly(
                        new Mute(
                                "callsheet.yml",
                                4,
                                "cancel",
                                "Ada Lovelace <ada@example.com>",
                                "<script>alert(1)</script> issue #12: \u202e",
                                LocalDate.of(2026, 4, 30)),
                        new Mute("callsheet.yml", 8, "42", "Bob", "two\nlines", LocalDate.of(2026, 5, 1)));
    }

    @Test
    void aListOfCommentsIsEmpty() throws Exception {
        assertThat(mutes("mutes: # none yet\nzone: UTC")).isEmpty();
        assertThat(mutes("mutes: []")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                mutes: {a: b}                       | mutes: must be a list, each entry with a dash and scenario, owner, reason and until; was a section
                mutes: a                            | mutes: must be a list, each entry with a dash and scenario, owner, reason and until; was the text 'a'
                mutes: [a]                          | mutes: an entry must have scenario, owner, reason and until; was the text 'a'
                mutes: [[a]]                        | mutes: an entry must have scenario, owner, reason and until; was a list
                mutes: [{scenario: a}]              | mutes: owner, reason, until are missing; every mute needs scenario, owner, reason and until
                mutes: [{REST}]                     | mutes: scenario is missing; every mute needs scenario, owner, reason and until
                mutes: [{scenario: a, till: b}]     | mutes: till: unknown key; the nearest known one is until
                mutes: [{scenario: 5}]              | mutes: scenario: must be a text, in quotes where it looks like a number; was '5'
                mutes: [{scenario: }]               | mutes: scenario: must be a text, in quotes where it looks like a number; was nothing
                mutes: [{scenario: [a]}]            | mutes: scenario: must be a text, in quotes where it looks like a number; was a list
                mutes: [{owner: ' '}]               | mutes: owner: is empty; every mute needs scenario, owner, reason and until
                mutes: [{owner: a, owner: b}]       | mutes: owner: is given twice in one entry
                mutes: [{scenario: a, REST}, {scenario: a, REST}] | mutes: 'a' is muted twice, first on line 1
                mutes: [{scenario: a, owner: o, reason: r, until: soon}] | mutes: until: must be the last night, a date such as 2026-04-30; was 'soon'
                mutes: [{scenario: a, owner: o, reason: r, until: 2026-02-30}] | mutes: until: must be the last night, a date such as 2026-04-30; was '2026-02-30'
                mutes: [{scenario: a, owner: o, reason: r, until: none}] | mutes: until: must be the last night, a date such as 2026-04-30; was 'none'
                """)
    void whatIsWrongIsSaid(String text, String message) {
        assertThatThrownBy(() -> mutes(text.replace("REST", REST)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("callsheet.yml:1: " + message);
    }

    @Test
    void anEssayIsNoReason() {
        assertThatThrownBy(() -> mutes("mutes: [{reason: " + "a".repeat(201) + "}]"))
                .hasMessage("callsheet.yml:1: mutes: reason: is longer than 200 characters");
    }

    private List<Mute> mutes(String text) throws IOException, ConfigurationException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
        return Configuration.read(directory, null, Map.of(), Map.of()).mutes();
    }
}
