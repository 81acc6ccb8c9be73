package dev.callsheet.render.mail;

/** Which mails of a stream a reader's program shows as one conversation. */
public enum Threading {
    /** Each mail stands alone, and its subject carries the verdict. */
    NONE,
    /** The nights of a calendar week are one conversation. */
    WEEK,
    /** All nights are one conversation. */
    STREAM
}
