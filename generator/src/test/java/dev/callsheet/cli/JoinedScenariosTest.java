package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scenarios that were made again or renamed, from one night to the next. */
class JoinedScenariosTest {

    private static final String TONIGHT = night("2026-04-14", "book-2", "Booking again");

    @TempDir
    Path temporary;

    private Publishing job;

    @BeforeEach
    void publish() {
        job = new Publishing(temporary);
        job.published("former", night("2026-04-12") + night("2026-04-13"));
    }

    private void configured(String text) throws IOException {
        Files.writeString(temporary.resolve("callsheet.yml"), text);
    }

    private static JsonNode scenario(Site site, String id) {
        return site.report()
                .get("scenarios")
                .valueStream()
                .filter(scenario -> scenario.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAnAliasAScenarioThatWasMadeAgainIsNew() {
        Site site = job.published("site", TONIGHT, "--history", "former");
        assertThat(site.report().get("scenarios")).hasSize(3);
        assertThat(scenario(site, "book-2").at("/window/n").intValue()).isEqualTo(3);
    }

    @Test
    void anAliasJoinsAScenarioToItsPast() throws IOException {
        configured("aliases: {book: book-2}");
        Site site = job.published("site", TONIGHT, "--history", "former");
        assertThat(site.report().get("scenarios")).hasSize(2);
        assertThat(scenario(site, "book-2").at("/window/n").intValue()).isEqualTo(9);
        assertThat(site.report().get("problems")).isEmpty();
        assertThat(site.text(SitePaths.scenario("book-2").value()))
                .contains("Booking again")
                .contains("Formerly “Booking”.");
        Site next = job.published("next", TONIGHT, "--history", "site");
        assertThat(scenario(next, "book-2").at("/window/n").intValue()).isEqualTo(9);
    }

    @Test
    void aRenamedScenarioShowsBothNames() {
        Site site = job.published("site", night("2026-04-14", "book", "Booking a table"), "--history", "former");
        assertThat(site.report().get("scenarios")).hasSize(2);
        assertThat(scenario(site, "book").get("name").stringValue()).isEqualTo("Booking a table");
        assertThat(site.text(SitePaths.scenario("book").value()))
                .contains("Booking a table")
                .contains("Formerly “Booking”.");
        assertThat(site.text("scenarios/index.html")).contains("Booking a table formerly “Booking”");
    }

    @Test
    void anAliasThatJoinedNothingIsNamed() throws IOException {
        configured("aliases:\n  book: book-2\n  bok: book-2\n");
        Program.Outcome outcome = job.build("site", TONIGHT, "--history", "former");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("info: callsheet.yml:3#/aliases/bok: expected the id of a scenario in the input or in the"
                        + " history, found an id that nothing has (nothing was joined to book-2; is the id misspelt?)")
                .doesNotContain("/aliases/book:");
        assertThat(job.site("site").text("problems.html")).contains("bok");
        assertThat(job.site("site").report().get("problems")).hasSize(1);
    }

    @Test
    void aCheckNamesItTooAndSaysThatItReadNoHistory() throws IOException {
        configured("aliases: {book: book-2}\nhistory: {from: former}");
        Program.Outcome outcome =
                Program.run(TONIGHT.getBytes(StandardCharsets.UTF_8), Map.of(), temporary, "check", "-", "--json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("callsheet.yml:1#/aliases/book: expected the id of a scenario in the input, found an id that"
                        + " nothing has (nothing was joined to book-2; no history was read that may have it)");
        assertThat(outcome.out()).contains("\"pointer\":\"/aliases/book\"");
    }
}
