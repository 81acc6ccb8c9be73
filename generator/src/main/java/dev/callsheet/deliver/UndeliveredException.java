package dev.callsheet.deliver;

import java.util.List;

/**
 * The message was not sent, or nobody knows. The message of the exception follows the name of the server in a sentence;
 * it holds no credentials, and of addresses what stands after the {@code @}.
 */
public final class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What another attempt would bring. */
    enum Outlook {
        /** It may have more luck. */
        PASSING,
        /** It would end the same way. */
        LASTING,
        /** The message may have arrived already. */
        UNKNOWN
    }

    private final Outlook outlook;
    private final transient List<Mailbox> refused;

    UndeliveredException(Outlook outlook, String message) {
        this(outlook, message, List.of());
    }

    UndeliveredException(Outlook outlook, String message, List<Mailbox> refused) {
        super(message);
        this.outlook = outlook;
        this.refused = List.copyOf(refused);
    }

    Outlook outlook() {
        return outlook;
    }

    /** The recipients that the server does not take; empty when it was something else. */
    public List<Mailbox> refused() {
        return refused;
    }

    /** The message, which is never null. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
