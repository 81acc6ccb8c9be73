package dev.callsheet.render.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.report.Report;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenSuite;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void nightsOfAWeekAreOneConversation() {
        Mails sunday = night(12, Threading.WEEK);
        Mails monday = night(13, Threading.WEEK);
        Mails tuesday = night(14, Threading.WEEK);
        assertThat(tuesday.header("References"))
                .isEqualTo(monday.header("References"))
                .isNotEqualTo(sunday.header("References"));
        assertThat(tuesday.header("Subject"))
                .isEqualTo("[callsheet main] Nights of week 2026-W16")
                .isEqualTo(monday.header("Subject"));
        assertThat(tuesday.header("Message-ID")).isNotEqualTo(monday.header("Message-ID"));
    }

    @Test
    void allNightsOfAStreamCanBeOneConversation() {
        Mails sunday = night(12, Threading.STREAM);
        Mails monday = night(13, Threading.STREAM);
        assertThat(monday.header("References"))
                .isEqualTo("<callsheet.main@callsheet.invalid>")
                .isEqualTo(sunday.header("References"));
        assertThat(monday.header("Subject"))
                .isEqualTo("[callsheet main] Nights")
                .isEqualTo(sunday.header("Subject"));
    }

    @Test
    void alone_theSubjectSaysTheVerdict() {
        Mails mail = night(14, Threading.NONE);
        assertThat(subject(mail))
                .isEqualTo("[callsheet main] Gate passed, 14 Apr: Too few nights to see a change: 2 of 2 runs passed.");
        assertThat(mail.header("References")).isNull();
        assertThat(mail.header("In-Reply-To")).isNull();
    }

    @Test
    void streamsDoNotMix() {
        Report report = report(14);
        Mails main = Mails.of(Mails.published(report, null, "main"), Threading.WEEK);
        Mails branch = Mails.of(Mails.published(report, null, "release-1"), Threading.WEEK);
        assertThat(branch.header("References"))
                .isEqualTo("<callsheet.release-1.2026-W16@callsheet.invalid>")
                .isNotEqualTo(main.header("References"));
        assertThat(branch.header("List-Id")).isEqualTo("<release-1.callsheet.invalid>");
    }

    @Test
    void anotherTextIsAnotherMessage() {
        Report report = report(14);
        assertThat(Mails.of(report, Threading.WEEK).header("Message-ID"))
                .isEqualTo(Mails.of(report, Threading.WEEK).header("Message-ID"))
                .isNotEqualTo(Mails.of(Mails.published(report, "http://callsheet.invalid/x/", "main"), Threading.WEEK)
                        .header("Message-ID"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.ORG/a/, example.org",
        "https://user@example.org:8443/, example.org",
        "http://localhost/, callsheet.invalid",
        "http://[::1]/, callsheet.invalid",
        "http://192.0.2.1/, 192.0.2.1",
    })
    void idsAreOfTheHostOfTheSite(String address, String host) {
        assertThat(Mails.of(Mails.published(report(14), address, "main"), Threading.STREAM)
                        .header("References"))
                .isEqualTo("<callsheet.main@" + host + ">");
    }

    @ParameterizedTest
    @EnumSource(Threading.class)
    void aStrangeStreamIsSlugged(Threading threading) {
        Mails mail = Mails.of(
                Mails.published(report(14), null, "x\r\nBcc: evil@example.org " + "y".repeat(1_200)), threading);
        assertThat(mail.headerLines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(mail.header("Message-ID"))
                .matches(
                        "<callsheet\\.x-bcc-evil-example-org-y+-[0-9a-f]{8}\\.2026-04-14\\.[0-9a-f]{16}@callsheet\\.invalid>");
        assertThat(subject(mail))
                .hasSizeLessThanOrEqualTo(Envelope.LONGEST_SUBJECT)
                .startsWith("[callsheet x Bcc: ");
    }

    private static String subject(Mails mail) {
        try {
            return mail.message().getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mails night(int day, Threading threading) {
        return Mails.of(report(day), threading);
    }

    private Report report(int day) {
        return new GivenFindings().on(corpora.of(new GivenSuite().night("a", day, "PP")));
    }
}
