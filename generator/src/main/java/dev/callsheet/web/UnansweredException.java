package dev.callsheet.web;

/** There was no answer, or none to its end. The message follows the name of who was asked in a sentence. */
public final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    public enum Cause {
        /** No connection, or one that broke: another attempt may have more luck. */
        BROKEN,
        /** The time was over. */
        LATE,
        /** Another attempt would end the same way. */
        REFUSED
    }

    private final Cause why;

    /** @param message holds nothing that the other side said, which may be anything */
    public UnansweredException(Cause why, String message) {
        super(message);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /** The message, which is never null. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
