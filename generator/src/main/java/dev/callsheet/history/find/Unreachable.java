package dev.callsheet.history.find;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a site could not be asked, in words. What exceptions say themselves is not repeated: it may come from the site. */
final class Unreachable {

    private Unreachable() {}

    /** @param most bytes that the answer was allowed to have */
    static Answer answer(Throwable failure, int most, HistoryLimits limits) {
        List<Throwable> causes = causes(failure);
        if (has(causes, CappedBody.TooLongException.class)) {
            return Answer.failed(Answer.OK, "answers 200 with more than " + SourceWords.bytes(most));
        }
        if (has(causes, SSLException.class)) {
            return Answer.failed(
                    0, "cannot be reached: TLS failed, its certificate is not trusted or it speaks no TLS");
        }
        if (has(causes, HttpConnectTimeoutException.class)) {
            return Answer.failed(0, "cannot be reached: no connection within " + SourceWords.time(limits.connect()));
        }
        if (has(causes, UnresolvedAddressException.class) || has(causes, UnknownHostException.class)) {
            return Answer.broken("cannot be reached: there is no host of that name");
        }
        if (has(causes, ConnectException.class)) {
            return Answer.broken("cannot be reached: the connection was refused");
        }
        return Answer.broken("broke the connection before it had answered to the end");
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
