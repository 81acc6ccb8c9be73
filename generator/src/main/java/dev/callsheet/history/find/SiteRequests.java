package dev.callsheet.history.find;

import dev.callsheet.web.Exchanges;
import dev.callsheet.web.UnansweredException;
import dev.callsheet.web.WebWords;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Requests to one site: bounded in time and size, made again when the site is unwell, and never to another host. None
 * says who asks. May be used by several threads.
 */
final class SiteRequests {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;

    private final HistoryLimits limits;
    private final Exchanges exchanges;
    private final long begin = System.nanoTime();

    SiteRequests(HistoryLimits limits) {
        this.limits = limits;
        exchanges = new Exchanges(limits.connect());
    }

    /**
     * Asks for a file, several times if need be.
     *
     * @param most bytes it may have
     */
    Answer get(URI file, int most) throws InterruptedException {
        if (left() <= 0) {
            return Answer.failed(0, late());
        }
        Answer answer = follow(file, most);
        int attempts = 1;
        for (Duration wait : limits.waits()) {
            if (!answer.isPassing() || wait.toNanos() >= left()) {
                break;
            }
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            answer = follow(file, most);
            attempts++;
        }
        return answer.after(attempts);
    }

    private Answer follow(URI file, int most) throws InterruptedException {
        URI address = file;
        int status = 0;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response;
            try {
                response = send(address, most);
            } catch (UnansweredException none) {
                return unanswered(none);
            }
            status = response.statusCode();
            if (!REDIRECTS.contains(status)) {
                return Answer.of(response);
            }
            URI target = Redirects.target(address, response);
            if (target == null || !Redirects.isSameSite(address, target)) {
                return Answer.failed(status, Redirects.refusal(status, target));
            }
            address = target;
        }
        return Answer.failed(status, "answers " + status + " and redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<byte[]> send(URI address, int most) throws InterruptedException, UnansweredException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cache-Control", "no-cache")
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "callsheet")
                .build();
        Duration within = Duration.ofNanos(Math.min(left(), limits.request().toNanos()));
        return exchanges.send(request, status -> status == Answer.OK ? most : 0, within);
    }

    private Answer unanswered(UnansweredException none) {
        return switch (none.why()) {
            case BROKEN -> Answer.broken(none.words());
            case LATE -> Answer.failed(0, left() <= 0 ? late() : none.words());
            case REFUSED -> Answer.failed(0, none.words());
        };
    }

    private String late() {
        return "took longer than " + WebWords.time(limits.site()) + " in all";
    }

    private long left() {
        return limits.site().toNanos() - (System.nanoTime() - begin);
    }
}
