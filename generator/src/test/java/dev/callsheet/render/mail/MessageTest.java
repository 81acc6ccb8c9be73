package dev.callsheet.render.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.report.Report;
import dev.callsheet.testing.Corpora;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    private static final int LONGEST_LINE = 998;
    private static final int USUAL_LINE = 76;

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itIsTextOrHtmlWithItsPictures() throws MessagingException, IOException {
        Mails mail = Mails.of(Nights.worse(corpora));
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative;");
        Multipart alternative = (Multipart) mail.message().getContent();
        assertThat(alternative.getCount()).isEqualTo(2);
        assertThat(type(alternative.getBodyPart(0))).isEqualTo("text/plain; charset=UTF-8");
        assertThat(type(alternative.getBodyPart(1))).startsWith("multipart/related; type=\"text/html\";");
        Multipart related = (Multipart) alternative.getBodyPart(1).getContent();
        assertThat(type(related.getBodyPart(0))).isEqualTo("text/html; charset=UTF-8");
        assertThat(List.of(type(related.getBodyPart(1)), type(related.getBodyPart(2))))
                .containsExactly("image/png; name=\"trend.png\"", "image/png; name=\"pass-hat-k.png\"");
        assertThat(related.getCount()).isEqualTo(3);
    }

    private static String type(BodyPart part) throws MessagingException {
        return part.getContentType().replaceAll("\\s+", " ");
    }

    @Test
    void everyPictureIsInTheMessageAndSmall() throws MessagingException, IOException {
        Mails mail = Mails.of(Nights.worse(corpora));
        List<String> ids = new ArrayList<>();
        for (Part part : mail.parts().subList(2, mail.parts().size())) {
            ids.add("cid:" + ((MimeBodyPart) part).getContentID().replaceAll("[<>]", ""));
            assertThat(part.getDisposition()).isEqualTo("inline");
            byte[] png = part.getInputStream().readAllBytes();
            assertThat(png).hasSizeLessThanOrEqualTo(40_000);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(2 * Picture.WIDTH);
            assertThat(image.getColorModel().hasAlpha()).isFalse();
        }
        List<Element> shown = mail.html().select("img");
        assertThat(shown)
                .extracting(element -> element.attr("src"))
                .isEqualTo(ids)
                .doesNotHaveDuplicates();
        assertThat(shown).allSatisfy(element -> {
            assertThat(element.attr("alt")).containsPattern("\\d.*\\.$");
            assertThat(element.attr("width")).isEqualTo("552");
            assertThat(element.attr("height")).isEqualTo("251");
        });
    }

    @Test
    void theHeadersSayWhatItIs() throws MessagingException {
        Mails mail = Mails.of(Nights.worse(corpora));
        assertThat(mail.header("Date")).isEqualTo("Tue, 14 Apr 2026 23:59:59 +0000");
        assertThat(mail.message().getSentDate()).isEqualTo("2026-04-14T23:59:59Z");
        assertThat(mail.header("From")).isEqualTo("Callsheet <callsheet@localhost>");
        assertThat(mail.header("To")).isEqualTo("undisclosed-recipients:;");
        assertThat(mail.header("Cc")).isNull();
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.header("Subject")).isEqualTo("[callsheet main] Nights of week 2026-W15");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(mail.header("List-Id")).isEqualTo("<main.callsheet.example.org>");
        assertThat(mail.header("MIME-Version")).isEqualTo("1.0");
        assertThat(mail.header("Message-ID")).matches("<callsheet\\.main\\.2026-04-11\\.[0-9a-f]{16}@example\\.org>");
        assertThat(mail.header("References"))
                .isEqualTo("<callsheet.main.2026-W15@example.org>")
                .isEqualTo(mail.header("In-Reply-To"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancel\r\nBcc: evil@example.org",
                "\r\n\r\n<html>",
                "--=_alternative_0",
                ".\r\nQUIT\r\n",
                "a\u0000b\u0085c\u0092\u2028d\u202ee\ud800f\ufffeg",
                "嘊嘍Bcc: evil@example.org",
                "]]><script>alert(1)</script>",
                "::error::x"
            })
    void noTextMakesAHeaderOrAPart(String text) {
        List<String> names = List.of(
                "Date:",
                "From:",
                "To:",
                "Message-ID:",
                "In-Reply-To:",
                "References:",
                "Subject:",
                "MIME-Version:",
                "Content-Type:",
                "Auto-Submitted:",
                "X-Auto-Response-Suppress:",
                "List-Id:",
                "Content-Language:");
        for (Threading threading : Threading.values()) {
            Mails mail = Mails.of(Nights.of(text, corpora), threading);
            assertThat(mail.headerLines())
                    .filteredOn(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                    .allSatisfy(line -> assertThat(names).anyMatch(line::startsWith))
                    .doesNotHaveDuplicates();
            assertThat(mail.parts()).hasSize(2);
            assertThat(mail.plain()).doesNotContainPattern("[\\p{Cc}&&[^\\n]]|[\\p{Cs}\u202e\u2028\ufffe]");
        }
    }

    @Test
    void everyLineEndsWithCrLfAndIsShort() {
        for (Report report : List.of(Nights.worse(corpora), Nights.enormous(corpora))) {
            Mails mail = Mails.of(report);
            String raw = mail.raw();
            assertThat(raw).endsWith("\r\n").matches("[\\x09\\x0a\\x0d\\x20-\\x7e]*");
            assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
            List<String> lines = List.of(raw.split("\r\n", -1));
            assertThat(lines).allMatch(line -> line.length() <= LONGEST_LINE);
            assertThat(lines.subList(mail.headerLines().size(), lines.size()))
                    .filteredOn(line -> !line.startsWith("Content-"))
                    .allMatch(line -> line.length() <= USUAL_LINE);
        }
    }

    @Test
    void theSameReportGivesTheSameBytesEverywhere() {
        Report report = Nights.worse(corpora);
        byte[] once = Mails.of(report).bytes("mail/summary.eml");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
            assertThat(Mails.of(report).bytes("mail/summary.eml")).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
