package dev.callsheet.fetch;

import dev.callsheet.model.OneLine;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Why nothing more is asked, in sentences. */
final class Stops {

    private static final int SECONDS_PER_MINUTE = 60;

    private Stops() {}

    static String refused(ApiAddress address, String answers) {
        return address + " does not accept the key in BLAND_API_KEY: it " + answers;
    }

    /** Names the host that an answer redirects to; the key is not sent there. */
    static String redirected(ApiAddress address, URI asked, HttpResponse<?> answer) {
        return address + " answers " + answer.statusCode() + " and redirects to "
                + target(asked, answer.headers().firstValue("Location").orElse(""))
                + "; redirects are not followed, set BLAND_BASE_URL to the right address";
    }

    private static String target(URI asked, String location) {
        try {
            String host = location.isBlank() ? null : asked.resolve(location).getHost();
            return host == null ? "nowhere" : OneLine.shortened(host);
        } catch (IllegalArgumentException malformed) {
            return "something that is no address";
        }
    }

    /** A time as flags have it: "30m", "90s". */
    static String time(Duration time) {
        return time.toSeconds() % SECONDS_PER_MINUTE == 0 && time.toSeconds() > 0
                ? time.toMinutes() + "m"
                : time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
