package dev.callsheet.fetch;

import java.util.Locale;

/** What is kept of the texts of calls. */
public enum Transcripts {
    /** Without personal data and secrets, as far as they are recognised. */
    REDACTED,
    /** Not at all. */
    NONE,
    /** As they came. */
    FULL;

    /** The word on the command line and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
