package dev.callsheet.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of sites. They are repeated on the console and in the report, so one that could hold a secret is refused, and
 * none that is refused is repeated.
 */
final class WebAddress {

    private WebAddress() {}

    /** The address of a directory, which ends with a slash; the inner one is empty for none. */
    static Optional<Optional<URI>> ofDirectory(String text) {
        if (text.equals(Values.NONE)) {
            return Optional.of(Optional.empty());
        }
        return fault(text) != null
                ? Optional.empty()
                : Optional.of(Optional.of(URI.create(text.endsWith("/") ? text : text + "/")));
    }

    /** What is said of a text that is no address; never the text. */
    static String found(String text) {
        return Optional.ofNullable(fault(text)).orElse("''");
    }

    /** What is wrong with an address; null when nothing is. */
    static @Nullable String fault(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return "a URL that is not well-formed";
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            return "a URL with a user name or a password, which would be seen on the console and in the report;"
                    + " take it out";
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "a URL that does not begin with http:// or https://";
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            return "a URL with something after its path, from ? or # on; take it out, a site has none";
        }
        return url.getHost() == null ? "a URL that is not well-formed" : null;
    }
}
