package dev.callsheet.history.find;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a site answered, or why it did not.
 *
 * @param status 0 without an answer
 * @param type the content type, as messages may print it
 * @param body empty unless all is well
 * @param failure what went wrong, as what follows the name of the site in a sentence; null when all is well
 * @param isPassing whether another attempt may have more luck
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
record Answer(
        int status, String type, byte[] body, @Nullable String failure, boolean isPassing) {

    static final int OK = 200;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,40}");

    static Answer of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String type = response.headers()
                .firstValue("Content-Type")
                .map(header -> header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(name -> TYPE.matcher(name).matches())
                .orElse("of no known type");
        if (status == OK) {
            return new Answer(status, type, response.body(), null, false);
        }
        boolean isPassing = status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
        return new Answer(status, type, new byte[0], "answers " + status, isPassing);
    }

    /** Whether the file is not there, or no more. */
    boolean isMissing() {
        return status == NOT_FOUND || status == GONE;
    }

    /** Whether it wants to know who asks. */
    boolean isForbidden() {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }

    static Answer failed(int status, String failure) {
        return new Answer(status, "", new byte[0], failure, false);
    }

    static Answer broken(String failure) {
        return new Answer(0, "", new byte[0], failure, true);
    }

    /** The same after several attempts. */
    Answer after(int attempts) {
        return failure == null || attempts == 1
                ? this
                : new Answer(status, type, body, failure + " (asked " + attempts + " times)", isPassing);
    }
}
