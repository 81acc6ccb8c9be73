package dev.callsheet.web;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntUnaryOperator;

/** Sends requests and waits for their answers, redirects among them, which nobody follows here. For several threads. */
public final class Exchanges {

    private final HttpClient client;
    private final Duration connect;

    /** @param connect until a connection stands */
    public Exchanges(Duration connect) {
        this.connect = connect;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
    }

    /**
     * The answer to a request, whatever its status.
     *
     * @param most bytes that the body of an answer of a status may have; with 0 it is not read at all, and that of
     *     an error is cut there
     * @param within how long until the end of the body
     */
    public HttpResponse<byte[]> send(HttpRequest request, IntUnaryOperator most, Duration within)
            throws UnansweredException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request, answer -> CappedBody.of(answer.statusCode(), most.applyAsInt(answer.statusCode())));
        try {
            // The client's own time-out would end with the headers; this one ends with the body.
            return exchange.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new UnansweredException(
                    UnansweredException.Cause.LATE, "did not answer to the end within " + WebWords.time(within));
        } catch (ExecutionException failure) {
            throw Unreachable.because(failure, connect);
        } finally {
            exchange.cancel(true);
        }
    }
}
