package dev.callsheet.history.find;

import dev.callsheet.model.OneLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a site, from what was given for it: its folder, its first page, its folder of history or the index
 * there. Query and fragment are left out, for they may hold secrets; so do addresses with a user name, which are refused.
 *
 * @param shown what may be printed of what was given
 * @param root the site's folder, with a slash at its end; null when the address is refused
 * @param refusal why, as what follows the address in a sentence; empty when it is not refused
 */
record SiteAddress(String shown, @Nullable URI root, String refusal) {

    private static final Pattern WEB = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);
    private static final Pattern FOLDERS = Pattern.compile("/(?:data/history(?:/(?:index\\.json)?)?|index\\.html)?$");
    private static final int MOST_PORTS = 65_535;

    /** Whether something given is meant as an address that begins with http or https. */
    static boolean isWeb(String given) {
        return WEB.matcher(given).matches();
    }

    static SiteAddress of(String given) {
        String scheme = given.substring(0, given.indexOf(':')).toLowerCase(Locale.ROOT);
        URI address;
        try {
            address = new URI(given);
        } catch (URISyntaxException malformed) {
            return malformed(scheme);
        }
        String authority = address.getRawAuthority();
        if (authority != null && authority.contains("@")) {
            return new SiteAddress(
                    withoutUser(scheme, authority, address.getRawPath()),
                    null,
                    "holds a user name or a password, which is neither sent nor printed:"
                            + " give the address without it, or download the site and give its directory");
        }
        if (address.getHost() == null || address.getPort() == 0 || address.getPort() > MOST_PORTS) {
            return malformed(scheme);
        }
        String start = scheme + "://" + authority;
        String path = FOLDERS.matcher(address.getRawPath()).replaceFirst("");
        URI root = URI.create(URI.create(start + path + "/").toASCIIString());
        return new SiteAddress(OneLine.of(start + address.getRawPath()), root, "");
    }

    private static SiteAddress malformed(String scheme) {
        return new SiteAddress(scheme + "://…", null, "is no well-formed address");
    }

    /** With a slash in a password its rest would look like a path; such an address is malformed and not shown at all. */
    private static String withoutUser(String scheme, String authority, String path) {
        return OneLine.of(scheme + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path);
    }
}
