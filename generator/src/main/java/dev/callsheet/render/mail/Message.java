package dev.callsheet.render.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a text part and an HTML part with its pictures (delivery.md 4.3). It names nobody: the site it stands on
 * may be public, so who sends it says from whom and to whom. Nothing of the machine is in it.
 */
final class Message {

    private static final String NOBODY = "Callsheet <callsheet@localhost>";
    private static final String NO_RECIPIENT = "undisclosed-recipients:;";

    private Message() {}

    /** What refers to a picture in the HTML part. */
    static String contentId(Envelope envelope, Picture picture) {
        return picture.name() + "." + envelope.id();
    }

    /** The bytes of the message, with CRLF. */
    static byte[] of(Envelope envelope, String text, String html, List<Picture> pictures) {
        try {
            Outgoing message = new Outgoing(envelope.id());
            message.setHeader("Date", envelope.dateHeader());
            message.setHeader("From", NOBODY);
            message.setHeader("To", NO_RECIPIENT);
            message.setSubject(envelope.subject(), StandardCharsets.UTF_8.name());
            if (envelope.root() != null) {
                message.setHeader("In-Reply-To", "<" + envelope.root() + ">");
                message.setHeader("References", "<" + envelope.root() + ">");
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setHeader("List-Id", "<" + envelope.list() + ">");
            message.setHeader("Content-Language", "en");
            message.setContent(parts(envelope, text, html, pictures));
            message.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("a message could not be put together", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a message in memory could not be written", e);
        }
    }

    /** How many bytes of the message the HTML part is, encoded. */
    static int encodedSize(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var encoder = MimeUtility.encode(out, "quoted-printable")) {
            encoder.write(crlf(html));
        } catch (MessagingException e) {
            throw new IllegalStateException("every program of mail knows quoted-printable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written", e);
        }
        return out.size();
    }

    private static MimeMultipart parts(Envelope envelope, String text, String html, List<Picture> pictures)
            throws MessagingException {
        MimeBodyPart page = words(html, "html");
        return new Parts(
                "alternative",
                envelope,
                List.of(words(text, "plain"), pictures.isEmpty() ? page : related(envelope, page, pictures)));
    }

    private static BodyPart related(Envelope envelope, MimeBodyPart page, List<Picture> pictures)
            throws MessagingException {
        MimeMultipart related = new Parts("related; type=\"text/html\"", envelope, List.of(page));
        for (Picture picture : pictures) {
            related.addBodyPart(image(envelope, picture));
        }
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(related);
        return part;
    }

    private static MimeBodyPart words(String text, String subtype) throws MessagingException {
        String type = "text/" + subtype + "; charset=UTF-8";
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(crlf(text), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart image(Envelope envelope, Picture picture) throws MessagingException {
        String type = "image/png; name=\"" + picture.fileName() + "\"";
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setHeader("Content-Disposition", Part.INLINE + "; filename=\"" + picture.fileName() + "\"");
        part.setContentID("<" + contentId(envelope, picture) + ">");
        return part;
    }

    private static byte[] crlf(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Parts between lines that are the same every time; no line of quoted-printable or base64 can begin like them. */
    private static final class Parts extends MimeMultipart {

        private Parts(String subtype, Envelope envelope, List<BodyPart> parts) throws MessagingException {
            String id = envelope.id();
            String kind = subtype.substring(0, subtype.contains(";") ? subtype.indexOf(';') : subtype.length());
            String boundary = "=_" + kind + "_"
                    + id.substring(0, id.indexOf('@')).substring(id.lastIndexOf('.', id.indexOf('@')) + 1);
            contentType = "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
            for (BodyPart part : parts) {
                addBodyPart(part);
            }
        }
    }

    /** Keeps the id it is given. */
    private static final class Outgoing extends MimeMessage {

        private final String id;

        private Outgoing(String id) {
            super((@Nullable Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
