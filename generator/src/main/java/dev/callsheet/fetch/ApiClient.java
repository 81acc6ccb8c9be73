package dev.callsheet.fetch;

import dev.callsheet.web.Exchanges;
import dev.callsheet.web.UnansweredException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API, several things at a time and each as often as it takes. A request that waits for its next try holds no
 * place among those that are under way. For several threads.
 */
final class ApiClient implements AutoCloseable {

    private static final int MOST_BODY = 64 << 20;
    private static final int MOST_ERROR_BODY = 64 << 10;

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final ApiAddress address;
    private final ApiKey key;
    private final FetchLimits limits;
    private final Clock clock;
    private final UnaryOperator<String> redaction;
    private final Exchanges exchanges;
    private final Backoff backoff;
    private final Pace pace;
    private final RequestCounts counts = new RequestCounts();
    private final ScheduledThreadPoolExecutor workers;
    private final AtomicLong successes = new AtomicLong();
    private final AtomicInteger failuresInRow = new AtomicInteger();
    private Duration deadline;
    private long begin = System.nanoTime();
    private volatile @Nullable String stopped;

    /** @param redaction of what answers say, which may be text of a call, wherever it is repeated */
    ApiClient(ApiAddress address, ApiKey key, FetchLimits limits, Clock clock, UnaryOperator<String> redaction) {
        this.address = address;
        this.key = key;
        this.limits = limits;
        this.clock = clock;
        this.redaction = redaction;
        deadline = limits.deadline();
        exchanges = new Exchanges(limits.connect());
        backoff = new Backoff(limits, () -> ThreadLocalRandom.current().nextDouble());
        pace = new Pace(limits.concurrency());
        workers = new ScheduledThreadPoolExecutor(limits.concurrency());
    }

    ApiAddress address() {
        return address;
    }

    RequestCounts counts() {
        return counts;
    }

    /** Why nothing is asked any more, as a sentence; null while it is. */
    @Nullable
    String stopped() {
        return stopped;
    }

    /** From now on there is so much time for everything. Only while nothing is asked. */
    void startDeadline(Duration time) {
        deadline = time;
        begin = System.nanoTime();
    }

    /** Asks for a resource. The answer comes on one of the threads that ask, so what is done with it is bounded too. */
    CompletableFuture<Answer> get(URI resource) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        submit(new Request(resource, answer), Duration.ZERO);
        return answer;
    }

    /**
     * A request and its tries so far.
     *
     * @param failed tries that failed
     * @param throttled tries after which it was told to come later
     * @param before how many requests had succeeded before its first try
     */
    private record Request(URI resource, CompletableFuture<Answer> answer, int failed, int throttled, long before) {

        Request(URI resource, CompletableFuture<Answer> answer) {
            this(resource, answer, 0, 0, 0);
        }

        Request begunAfter(long successes) {
            return new Request(resource, answer, failed, throttled, successes);
        }

        Request failedOnce() {
            return new Request(resource, answer, failed + 1, throttled, before);
        }

        Request throttledOnce() {
            return new Request(resource, answer, failed, throttled + 1, before);
        }

        int tries() {
            return failed + throttled;
        }
    }

    private void submit(Request request, Duration wait) {
        try {
            // Whatever fails in it becomes the failure of the answer.
            ScheduledFuture<?> unused = workers.schedule(() -> attempt(request), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            request.answer().complete(new Answer.Failed("was not asked for any more"));
        }
    }

    private void attempt(Request request) {
        try {
            String reason = stopped;
            long pause = pace.pause();
            if (reason != null) {
                request.answer().complete(notAsked(reason));
            } else if (left() <= 0) {
                request.answer().complete(new Answer.Failed(late()));
            } else if (pause > 0) {
                retry(request, Duration.ofNanos(pause), late());
            } else {
                exchange(request.tries() == 0 ? request.begunAfter(successes.get()) : request);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            request.answer().complete(new Answer.Failed("was not asked for to the end"));
        } catch (RuntimeException | Error fault) {
            request.answer().completeExceptionally(fault);
            throw fault;
        }
    }

    private void exchange(Request request) throws InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(request.resource())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "callsheet");
        key.addTo(asked);
        Duration within = Duration.ofNanos(Math.min(left(), limits.request().toNanos()));
        HttpResponse<byte[]> response;
        counts.sent(request.tries() > 0);
        try {
            response = exchanges.send(asked.build(), ApiClient::most, within);
        } catch (UnansweredException none) {
            counts.broken();
            if (none.why() == UnansweredException.Cause.REFUSED) {
                fail(request, none.words());
            } else {
                again(request.failedOnce(), none.words(), null);
            }
            return;
        }
        counts.answered(response.statusCode());
        judge(request, response);
    }

    private static int most(int status) {
        return status >= FIRST_REDIRECT && status < FIRST_ERROR
                ? 0
                : status < FIRST_REDIRECT ? MOST_BODY : MOST_ERROR_BODY;
    }

    private void judge(Request request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS) {
            throttle(request.throttledOnce(), response, "answers " + status);
            return;
        }
        pace.answered();
        if (status >= FIRST_SUCCESS && status < FIRST_REDIRECT) {
            read(request, response);
        } else if (status >= FIRST_REDIRECT && status < FIRST_ERROR) {
            stop(request, key.masked(Stops.redirected(address, request.resource(), response)));
        } else if (status == UNAUTHORIZED || status == FORBIDDEN) {
            stop(request, Stops.refused(address, "answers " + status));
        } else if (status == NOT_FOUND || status == GONE) {
            succeed(request, new Answer.Gone("answers " + status));
        } else if (status == REQUEST_TIMEOUT || status >= FIRST_SERVER_ERROR) {
            again(request.failedOnce(), "answers " + status, backoff.asked(response.headers(), clock.instant()));
        } else {
            succeed(request, failed(key.masked("answers " + status + Reading.words(response.body()))));
        }
    }

    private void read(Request request, HttpResponse<byte[]> response) {
        Reading.Body body = Reading.body(response.body());
        if (body.document() != null && body.around() != null) {
            succeed(request, new Answer.Found(body.document(), body.around()));
            return;
        }
        String why = key.masked("answers " + response.statusCode() + " " + body.error());
        switch (body.meaning()) {
            case GONE -> succeed(request, new Answer.Gone(redaction.apply(why)));
            case WRONG -> succeed(request, failed(why));
            case REFUSED -> stop(request, Stops.refused(address, redaction.apply(why)));
            case PASSING -> again(request.failedOnce(), why, backoff.asked(response.headers(), clock.instant()));
        }
    }

    private void throttle(Request request, HttpResponse<byte[]> response, String why) {
        Duration wait = backoff.afterTry(request.tries(), backoff.asked(response.headers(), clock.instant()));
        pace.throttled(wait);
        if (request.throttled() >= limits.throttledTries()) {
            fail(request, why + " (asked " + request.tries() + " times)");
        } else {
            retry(request, wait, why);
        }
    }

    private void again(Request request, String why, @Nullable Duration asked) {
        if (request.failed() >= limits.tries()) {
            fail(request, why + (request.failed() > 1 ? " (asked " + request.failed() + " times)" : ""));
        } else {
            retry(request, backoff.afterTry(request.tries(), asked), why);
        }
    }

    /** Asks again later, unless the deadline comes first: then waiting for it would only cost time. */
    private void retry(Request request, Duration wait, String why) {
        if (wait.toNanos() >= left()) {
            request.answer().complete(failed(why.equals(late()) ? why : why + ", and " + late()));
        } else {
            submit(request, wait);
        }
    }

    private void succeed(Request request, Answer answer) {
        successes.incrementAndGet();
        failuresInRow.set(0);
        request.answer().complete(answer);
    }

    /**
     * Gives a request up. When nothing has succeeded for a while, nothing is going to. A request that failed while others
     * succeeded says nothing of that: bad records fail last, since they are asked for several times.
     */
    private void fail(Request request, String why) {
        Answer.Failed failed = failed(why);
        int most = Math.max(8, 2 * limits.concurrency());
        if (request.before() == successes.get() && failuresInRow.incrementAndGet() >= most && stopped == null) {
            stopped = most + " requests in a row failed, the last one because " + address + " " + failed.why();
        }
        request.answer().complete(failed);
    }

    private void stop(Request request, String reason) {
        if (stopped == null) {
            stopped = reason;
        }
        request.answer().complete(notAsked(reason));
    }

    private Answer.Failed failed(String why) {
        return new Answer.Failed(redaction.apply(why));
    }

    private static Answer notAsked(String reason) {
        return new Answer.Failed("was not asked for: " + reason);
    }

    private String late() {
        return "the time for the whole fetch was over (" + Stops.time(deadline) + ")";
    }

    private long left() {
        return deadline.toNanos() - (System.nanoTime() - begin);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
