package dev.callsheet.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for answers and for what is done with them. What fails there fails here. */
final class Answers {

    private Answers() {}

    static <T> T await(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UncheckedIOException notWritten) {
                IOException cause = notWritten.getCause();
                throw cause == null ? new IOException(notWritten) : cause;
            }
            throw new IllegalStateException("an answer could not be dealt with", failure.getCause());
        }
    }

    static void awaitAll(Collection<? extends CompletableFuture<?>> answers) throws IOException, InterruptedException {
        for (CompletableFuture<?> answer : answers) {
            await(answer);
        }
    }
}
