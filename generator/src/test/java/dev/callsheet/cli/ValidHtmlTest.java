package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.NuChecker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every type of page is HTML without an error or a warning, with hostile texts too (delivery.md check 20). */
@ExtendWith(BuiltSites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidHtmlTest {

    /** The mail is written for programs that know tables and attributes of 1998 better than style sheets. */
    private static final String OF_MAIL = "attribute on the .* element is obsolete";

    private final BuiltSites sites;
    private final NuChecker checker = new NuChecker();

    ValidHtmlTest(BuiltSites sites) {
        this.sites = sites;
    }

    @Test
    void aPageOfTheSamplesIsValid() throws IOException {
        areValid(sites.samples());
    }

    @Test
    void aPageOfHostileTextsIsValid() throws IOException {
        areValid(sites.hostile());
    }

    @Test
    void theMailIsValidButForWhatMailProgramsNeed() throws IOException {
        for (Path site : new Path[] {sites.samples(), sites.hostile()}) {
            String mail = "mail/summary.html";
            assertThat(checker.complaints(mail, Files.readAllBytes(site.resolve(mail))))
                    .isNotEmpty()
                    .allSatisfy(complaint ->
                            assertThat(complaint).contains(" warning: ").containsPattern(OF_MAIL));
        }
    }

    @Test
    void whatIsWrongIsFound() {
        String page = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
                <title>Wrong</title>
                </head>
                <body>
                <p align="left">Old \u0001 <p><img src="https://elsewhere.example/a.png" alt=""><b>
                </body>
                </html>
                """;
        assertThat(checker.complaints("wrong.html", page.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(complaint -> assertThat(complaint).contains("warning: The “align” attribute"))
                .anySatisfy(complaint -> assertThat(complaint).contains("U+0001"))
                .anySatisfy(complaint -> assertThat(complaint).contains("Security Policy", "a.png"))
                .anySatisfy(complaint -> assertThat(complaint).contains("Unclosed element “b”"));
    }

    private void areValid(Path site) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (PageType type : PageType.of(site)) {
            byte[] html = Files.readAllBytes(site.resolve(type.path()));
            all.assertThat(checker.complaints(type.path(), html))
                    .as(type.path())
                    .isEmpty();
        }
        all.assertAll();
    }
}
