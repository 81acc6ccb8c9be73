package dev.callsheet.web;

import dev.callsheet.web.UnansweredException.Cause;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why nobody answered, in words. What exceptions say themselves is not repeated: it may come from the other side. */
final class Unreachable {

    private Unreachable() {}

    /** @param connect how long was waited for a connection */
    static UnansweredException because(Throwable failure, Duration connect) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof CappedBody.TooLongException tooLong) {
                return new UnansweredException(
                        Cause.REFUSED,
                        "answers " + tooLong.status() + " with more than " + WebWords.bytes(tooLong.most()));
            }
        }
        if (has(causes, CertificateException.class)) {
            return new UnansweredException(Cause.REFUSED, "cannot be reached: its certificate is not trusted");
        }
        if (has(causes, HttpConnectTimeoutException.class)) {
            return new UnansweredException(
                    Cause.LATE, "cannot be reached: no connection within " + WebWords.time(connect));
        }
        return new UnansweredException(Cause.BROKEN, broken(causes));
    }

    private static String broken(List<Throwable> causes) {
        if (has(causes, UnresolvedAddressException.class) || has(causes, UnknownHostException.class)) {
            return "cannot be reached: there is no host of that name";
        }
        if (has(causes, SSLException.class)) {
            // A connection that breaks during the handshake looks no different from a machine that speaks no TLS.
            return "cannot be reached: TLS failed, the connection broke or it speaks no TLS";
        }
        return has(causes, ConnectException.class)
                ? "cannot be reached: the connection was refused"
                : "broke the connection before it had answered to the end";
    }

    private static boolean has(List<Throwable> causes, Class<?> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }
}
