package dev.callsheet.site;

import org.jspecify.annotations.Nullable;

/**
 * A link, or plain text where there is nothing to link to.
 *
 * @param href relative to the page it stands on; null for plain text
 * @param current whether it leads to the page it stands on
 */
public record Link(@Nullable String href, String text, boolean current) {

    public static Link to(String href, String text) {
        return new Link(href, text, false);
    }

    public static Link plain(String text) {
        return new Link(null, text, false);
    }
}
