package dev.callsheet.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the API is. The only machine that is ever asked, and the only one that sees the key.
 *
 * @param root without a slash at its end
 */
public record ApiAddress(String root) {

    /** The public one. */
    public static final ApiAddress PUBLIC = new ApiAddress("https://api.bland.ai");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)\\]");
    private static final Pattern VERSION = Pattern.compile("(?:/+v1)?/*$");
    private static final int MOST_PORTS = 65_535;

    /**
     * Reads an address that was given.
     *
     * @throws IllegalArgumentException if it is none that the key may be sent to; the message says what is wrong and
     *     follows the name of where it was given
     */
    public static ApiAddress of(String given) {
        URI address;
        try {
            address = new URI(given.strip());
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("is no well-formed address", malformed);
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (address.getRawAuthority() != null && address.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("holds a user name or a password; the key is all that is sent");
        }
        if (address.getHost() == null || address.getPort() == 0 || address.getPort() > MOST_PORTS) {
            throw new IllegalArgumentException("is no well-formed address");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("has something after its path, from ? or # on; take it out");
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "must begin with https://, since the key would be sent in the clear to " + host);
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String path = VERSION.matcher(address.getRawPath()).replaceFirst("");
        return new ApiAddress(scheme + "://" + host + port + path);
    }

    URI of(RecordKind kind, String id) {
        return resource(kind.folder() + "/" + encoded(id));
    }

    /** A list, with its filters and page. */
    URI of(RecordKind kind, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return resource(kind.folder() + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private URI resource(String rest) {
        return URI.create(root + "/v1/agent-testing/" + rest);
    }

    /** An id is anything; a slash or a dot in it must not lead to another resource. */
    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
    }

    @Override
    public String toString() {
        return root;
    }
}
