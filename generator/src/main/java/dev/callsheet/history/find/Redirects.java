package dev.callsheet.history.find;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Which redirects are followed: those that stay with the site that was named, or make the way to it safe. */
final class Redirects {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Redirects() {}

    /** Where an answer sends to; null when that is no address of the web. */
    static @Nullable URI target(URI from, HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        if (location.isBlank()) {
            return null;
        }
        try {
            URI target = from.resolve(location);
            return target.getHost() != null && SiteAddress.isWeb(target.toString()) ? target : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Whether host and port stay, or only http becomes https. */
    static boolean isSameSite(URI from, URI to) {
        if (!from.getHost().equalsIgnoreCase(to.getHost()) || to.getRawUserInfo() != null) {
            return false;
        }
        boolean isSame = from.getScheme().equalsIgnoreCase(to.getScheme()) && port(from) == port(to);
        return isSame || (isHttp(from) && port(from) == HTTP_PORT && !isHttp(to) && port(to) == HTTPS_PORT);
    }

    /** What to say of a redirect that is not followed. */
    static String refusal(int status, @Nullable URI target) {
        if (target == null) {
            return "answers " + status + " and redirects to nothing that could be asked";
        }
        String host = target.getHost() + (target.getPort() < 0 ? "" : ":" + target.getPort());
        return "answers " + status + " and redirects to " + target.getScheme() + "://" + host
                + ": give the address that it leads to, or a copy of the site where one must sign in";
    }

    private static boolean isHttp(URI address) {
        return address.getScheme().equalsIgnoreCase("http");
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : isHttp(address) ? HTTP_PORT : HTTPS_PORT;
    }
}
