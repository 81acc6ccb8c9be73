package dev.callsheet.history.find;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to one site: bounded in time and size, made again when the site is unwell, and never to another host. None
 * says who asks. May be used by several threads.
 */
final class SiteRequests {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;

    private final HistoryLimits limits;
    private final HttpClient client;
    private final long begin = System.nanoTime();

    SiteRequests(HistoryLimits limits) {
        this.limits = limits;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
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
            } catch (TimeoutException late) {
                return Answer.failed(0, late());
            } catch (ExecutionException failure) {
                return Unreachable.answer(failure, most, limits);
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

    private HttpResponse<byte[]> send(URI address, int most)
            throws InterruptedException, ExecutionException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cache-Control", "no-cache")
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "callsheet")
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request, answer -> answer.statusCode() == Answer.OK ? new CappedBody(most) : CappedBody.unread());
        try {
            // The client's own time-out would end with the headers; this one ends with the body.
            return exchange.get(Math.min(left(), limits.request().toNanos()), TimeUnit.NANOSECONDS);
        } finally {
            exchange.cancel(true);
        }
    }

    private String late() {
        return left() <= 0
                ? "took longer than " + SourceWords.time(limits.site()) + " in all"
                : "did not answer to the end within " + SourceWords.time(limits.request());
    }

    private long left() {
        return limits.site().toNanos() - (System.nanoTime() - begin);
    }
}
