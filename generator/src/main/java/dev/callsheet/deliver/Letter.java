package dev.callsheet.deliver;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** A finished message with a sender and recipients. Nothing else of it changes: neither its id and date nor its body. */
public final class Letter {

    private final Mailbox from;
    private final List<Mailbox> to;
    private final byte[] message;

    /**
     * @param to at least one
     * @param message as RFC 5322 has it; its own {@code From} and {@code To} are replaced
     */
    public Letter(Mailbox from, List<Mailbox> to, byte[] message) {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a letter needs a recipient");
        }
        this.from = from;
        this.to = List.copyOf(to);
        this.message = message.clone();
    }

    public Mailbox from() {
        return from;
    }

    public List<Mailbox> to() {
        return to;
    }

    /** Of the message without its sender and recipients, in bytes. */
    public int size() {
        return message.length;
    }

    /** The subject in plain text, which may hold anything; empty when there is none. */
    public String subject() {
        try {
            return Objects.requireNonNullElse(parsed().getSubject(), "");
        } catch (MessagingException e) {
            return "";
        }
    }

    /** The id with its angle brackets; empty when there is none. */
    public String id() {
        try {
            return Objects.requireNonNullElse(parsed().getMessageID(), "");
        } catch (MessagingException e) {
            return "";
        }
    }

    /** What the server is told as recipients: these and no others, whatever the headers say. */
    Address[] recipients() {
        return to.stream().map(Letter::internet).toArray(Address[]::new);
    }

    /** The message as it is sent. */
    Outgoing outgoing() {
        try {
            Outgoing outgoing = parsed();
            outgoing.setFrom(internet(from));
            outgoing.setRecipients(RecipientType.TO, recipients());
            return outgoing;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("it is no message", e);
        }
    }

    private Outgoing parsed() throws MessagingException {
        return new Outgoing(message);
    }

    private static InternetAddress internet(Mailbox mailbox) {
        try {
            return mailbox.name().isEmpty()
                    ? new InternetAddress(mailbox.address(), (String) null)
                    : new InternetAddress(mailbox.address(), mailbox.name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    /** Remembers whether all of it was written: what follows is the end of the message, then the server's answer. */
    static final class Outgoing extends MimeMessage {

        private boolean written;

        private Outgoing(byte[] message) throws MessagingException {
            super(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            written = true;
        }

        boolean isWritten() {
            return written;
        }
    }
}
