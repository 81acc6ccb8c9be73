package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section {@code aliases}. */
class AliasSectionTest {

    @TempDir
    Path directory;

    @Test
    void aliasesAreReadInTheirOrderWithTheirLines() throws Exception {
        assertThat(aliases("""
                zone: UTC
                aliases:
                  # made again in April
                  b: c
                  0d9f: 1c3e
                  a: b
                  "42": '43'
                  token-refresh: api_key
                """))
                .extracting(Alias::file, Alias::line, Alias::old, Alias::id)
                .containsExactly(
                        tuple("callsheet.yml", 4, "b", "c"),
                        tuple("callsheet.yml", 5, "0d9f", "1c3e"),
                        tuple("callsheet.yml", 6, "a", "b"),
                        tuple("callsheet.yml", 7, "42", "43"),
                        tuple("callsheet.yml", 8, "token-refresh", "api_key"));
    }

    @Test
    void anOldIdIsNeverTakenForAKeyOfTheFile() throws Exception {
        assertThat(aliases("aliases: {zone: UTC, rules: floor}\nzone: UTC"))
                .extracting(Alias::old)
                .containsExactly("zone", "rules");
    }

    @Test
    void aSectionOfCommentsIsEmpty() throws Exception {
        assertThat(aliases("aliases: # none yet\nzone: UTC")).isEmpty();
    }

    @Test
    void caseTellsIdsApart() throws Exception {
        assertThat(aliases("aliases: {A: a, a: B}")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                aliases: {a: a}             | callsheet.yml:1: aliases: 'a' cannot go on as itself
                aliases: {a: b, b: a}       | callsheet.yml:1: aliases: goes round in a circle: a, b, a
                aliases: {x: a, a: b, b: c, c: a} | callsheet.yml:1: aliases: goes round in a circle: a, b, c, a
                aliases: {a: b, a: c}       | callsheet.yml:1: aliases: 'a' is given twice, first on line 1
                aliases: {a: ''}            | callsheet.yml:1: aliases: an id is missing: the old one, a colon, a blank and the one that it goes on as
                aliases: {' ': a}           | callsheet.yml:1: aliases: an id is missing: the old one, a colon, a blank and the one that it goes on as
                aliases: {a: 5}             | callsheet.yml:1: aliases: 'a' must go on as an id, in quotes where it looks like a number; was '5'
                aliases: {a: }              | callsheet.yml:1: aliases: 'a' must go on as an id, in quotes where it looks like a number; was nothing
                aliases: {a: [b]}           | callsheet.yml:1: aliases: 'a' must go on as an id, in quotes where it looks like a number; was a list
                aliases: {a: {b: c}}        | callsheet.yml:1: aliases: 'a' must go on as an id, in quotes where it looks like a number; was a section
                aliases: [a]                | callsheet.yml:1: aliases: must be a section: its keys, indented, on the lines below; was a list
                """)
    void whatIsWrongIsSaid(String text, String message) {
        assertThatThrownBy(() -> aliases(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void aCircleIsNamedWithItsFirstLine() {
        assertThatThrownBy(() -> aliases("aliases:\n  x: b\n  a: b\n  b: a\n"))
                .hasMessage("callsheet.yml:3: aliases: goes round in a circle: b, a, b");
    }

    @Test
    void aLongChainIsFineAndALongCircleIsCutShort() throws Exception {
        String chain = IntStream.range(0, 4_000)
                .mapToObj(i -> "  i" + i + ": i" + (i + 1) + "\n")
                .collect(Collectors.joining());
        assertThat(aliases("aliases:\n" + chain)).hasSize(4_000);
        assertThatThrownBy(() -> aliases("aliases:\n" + chain + "  i4000: i0\n"))
                .message()
                .startsWith("callsheet.yml:2: aliases: goes round in a circle: i0, i1, ")
                .hasSizeLessThan(300);
    }

    @Test
    void thereIsNoVariableForThem() {
        assertThatThrownBy(() -> Configuration.read(directory, null, Map.of("CALLSHEET_ALIASES", "a: b"), Map.of()))
                .hasMessageStartingWith("environment variable CALLSHEET_ALIASES: unknown");
    }

    private List<Alias> aliases(String text) throws IOException, ConfigurationException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
        return Configuration.read(directory, null, Map.of(), Map.of()).aliases();
    }
}
