package dev.callsheet.site;

import org.jspecify.annotations.Nullable;

/**
 * A link, or plain text where there is nothing to link to.
 *
 * @param href relative to the page it stands on; null for plain text
 * @param current whether it leads to the page it stands on
 * @param rel "next" or "prev" where it leads to what follows or precedes, by which keys find it; else null
 */
public record Link(
        @Nullable String href,
        String text,
        boolean current,
        @Nullable String rel) {

    public Link(@Nullable String href, String text, boolean current) {
        this(href, text, current, null);
    }

    public static Link to(String href, String text) {
        return new Link(href, text, false);
    }

    /** The same as the way to what follows. */
    Link next() {
        return new Link(href, text, current, "next");
    }

    /** The same as the way to what precedes. */
    Link previous() {
        return new Link(href, text, current, "prev");
    }

    public static Link plain(String text) {
        return new Link(null, text, false);
    }
}
