package dev.callsheet.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, up to a limit that is counted while it comes in, whatever length the answer states. */
final class CappedBody implements BodySubscriber<byte[]> {

    private static final int FIRST_ERROR = 400;

    private final int status;
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    private CappedBody(int status, int most) {
        this.status = status;
        this.most = most;
    }

    /**
     * The body of an answer.
     *
     * @param most bytes it may have; with 0 nobody wants it, and it may have no end. Of the body of an error the rest is
     *     left: its status says enough.
     */
    static CappedBody of(int status, int most) {
        CappedBody capped = new CappedBody(status, most);
        if (most == 0) {
            capped.body.complete(new byte[0]);
        }
        return capped;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (body.isDone()) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            if (buffer.remaining() > most - bytes.size()) {
                if (status >= FIRST_ERROR) {
                    body.complete(bytes.toByteArray());
                } else {
                    body.completeExceptionally(new TooLongException(status, most));
                }
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
            byte[] some = new byte[buffer.remaining()];
            buffer.get(some);
            bytes.write(some, 0, some.length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }

    /** There is more than may be read. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final int most;

        private TooLongException(int status, int most) {
            this.status = status;
            this.most = most;
        }

        int status() {
            return status;
        }

        int most() {
            return most;
        }
    }
}
