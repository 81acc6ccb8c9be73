package dev.callsheet.render.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenSuite;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailSizeTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void whateverTheInputTheHtmlIsNotCutOff() {
        Mails mail = Mails.of(Nights.enormous(corpora));
        assertThat(encodedHtml(mail)).isLessThanOrEqualTo(MailFiles.MOST_HTML_BYTES);
        assertThat(mail.html().select("h2").eachText())
                .contains("What got worse, and is it real?", "Required for promotion", "What calls fail on");
        List<String> notes = mail.html().select("h2 + p").eachText();
        assertThat(notes).anyMatch(note -> note.matches("real changes first; \\d+ of 10\u202f000"));
        assertThat(notes).anyMatch(note -> note.matches(".* lowest first; \\d+ of 200"));
        assertThat(mail.html().select("a").eachText()).contains("All 10\u202f000", "All 200", "All 50");
        assertThat(mail.plain()).contains("of 10\u202f000)", "All 10\u202f000:\nhttps://");
    }

    @Test
    void rowsGiveWayFromTheEndOfATable() {
        GivenSuite suite = new GivenSuite();
        IntStream.range(0, 60)
                .forEach(i -> suite.runs("s" + i, 10, "PPPPP").night("s" + i, 11, i < 3 ? "FFFFF" : "PPPPF"));
        Mails mail = Mails.of(Mails.published(new GivenFindings().on(corpora.of(suite))));
        List<Element> rows =
                mail.html().selectXpath("(//table[.//th='Real?' and not(.//table)])[1]//tr[td]", Element.class);
        assertThat(rows).hasSize(20);
        assertThat(rows.subList(0, 3)).allMatch(row -> row.text().contains("✕ real, tonight"));
        assertThat(rows.subList(3, 20)).allMatch(row -> row.text().contains("? cannot tell"));
    }

    /** As it stands in the file, from the empty line below its headers to the boundary. */
    private static int encodedHtml(Mails mail) {
        String part = mail.raw().substring(mail.raw().indexOf("Content-Type: text/html"));
        int begin = part.indexOf("\r\n\r\n") + 4;
        return part.indexOf("\r\n--=_", begin) - begin;
    }
}
