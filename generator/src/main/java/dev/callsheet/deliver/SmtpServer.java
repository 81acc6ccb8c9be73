package dev.callsheet.deliver;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A server that takes mail.
 *
 * @param host a name or an address, an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record SmtpServer(Security security, String host, int port) {

    /** What protects the connection. */
    public enum Security {
        /** In the clear at first; the client insists on TLS before it says anything of interest. */
        STARTTLS("smtp", 587, "STARTTLS"),
        /** TLS from the first byte. */
        TLS("smtps", 465, "TLS"),
        /** Nothing; for servers of this machine. */
        PLAIN("smtp+plain", 25, "no TLS");

        private final String scheme;
        private final int port;
        private final String words;

        Security(String scheme, int port, String words) {
            this.scheme = scheme;
            this.port = port;
            this.words = words;
        }
    }

    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}");
    private static final int HIGHEST_PORT = 65_535;

    public SmtpServer {
        if (security == Security.PLAIN && !isThisMachine(host)) {
            throw new IllegalArgumentException(
                    "a server of another machine without TLS: smtp+plain:// is for localhost, 127.0.0.1 and ::1 only");
        }
    }

    /**
     * Reads {@code smtp://}, {@code smtps://} or {@code smtp+plain://} with a host and perhaps a port.
     *
     * @throws IllegalArgumentException if it is none of these; the message does not repeat it, which may hold a password
     */
    public static SmtpServer of(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a text that is no URL");
        }
        if (text.contains("@")) {
            throw new IllegalArgumentException("a URL with a user name or a password, which are read from"
                    + " CALLSHEET_SMTP_USER and CALLSHEET_SMTP_PASSWORD only; take them out");
        }
        Security security = security(String.valueOf(url.getScheme()));
        String host = url.getHost();
        if (host == null || url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("a URL without a host, or with a port that cannot be");
        }
        if (url.getRawQuery() != null
                || url.getRawFragment() != null
                || !(url.getRawPath().isEmpty() || url.getRawPath().equals("/"))) {
            throw new IllegalArgumentException("a URL with something after the host and the port");
        }
        return new SmtpServer(
                security,
                host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT),
                url.getPort() < 0 ? security.port : url.getPort());
    }

    private static Security security(String scheme) {
        return Arrays.stream(Security.values())
                .filter(security -> security.scheme.equalsIgnoreCase(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a URL that does not begin with smtp://, smtps:// or smtp+plain://"));
    }

    /** As it is written: no name is looked up, since the answer may be another later. */
    private static boolean isThisMachine(String host) {
        if (!host.contains(":")) {
            return host.equals("localhost") || LOOPBACK.matcher(host).matches();
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As messages name it: {@code smtp.example.com:587 (STARTTLS)}. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port + " (" + security.words + ")";
    }
}
