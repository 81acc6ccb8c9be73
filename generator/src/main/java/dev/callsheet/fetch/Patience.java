package dev.callsheet.fetch;

import dev.callsheet.fetch.Answer.Failed;
import dev.callsheet.fetch.Answer.Found;
import dev.callsheet.model.OneLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Waits until the batches and simulation sets that were named have finished, and says what for. */
final class Patience {

    private static final String UNSEEN = "";

    private final ApiClient client;
    private final FetchLimits limits;
    private final FetchListener listener;

    Patience(ApiClient client, FetchLimits limits, FetchListener listener) {
        this.client = client;
        this.limits = limits;
        this.listener = listener;
    }

    /** A named record. */
    record Awaited(RecordKind kind, String id) {

        @Override
        public String toString() {
            return kind.one() + " " + OneLine.shortened(id);
        }
    }

    /**
     * Waits. Those that cannot be had are not waited for, unless they were at work before: an API may be away for a
     * while.
     *
     * @return what was still at work when the time was over, with how far it was
     */
    Map<Awaited, String> await(FetchRequest request) throws IOException, InterruptedException {
        Map<Awaited, String> atWork = new LinkedHashMap<>();
        request.batches().forEach(id -> atWork.put(new Awaited(RecordKind.BATCH, id), UNSEEN));
        request.simulationSets().forEach(id -> atWork.put(new Awaited(RecordKind.SIMULATION_SET, id), UNSEEN));
        long end = System.nanoTime() + request.patience().toNanos();
        String said = "";
        while (true) {
            lookAt(atWork, end);
            long left = end - System.nanoTime();
            if (atWork.isEmpty() || left <= 0 || client.stopped() != null) {
                return atWork;
            }
            String saying = words(atWork);
            if (!saying.equals(said)) {
                listener.stage("waiting for " + saying + ", for at most " + Stops.time(request.patience()));
                said = saying;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, limits.poll().toNanos()));
        }
    }

    /** Takes out those that are not at work any more, and notes how far the others are. */
    private void lookAt(Map<Awaited, String> atWork, long end) throws IOException, InterruptedException {
        for (Map.Entry<Awaited, String> entry : List.copyOf(atWork.entrySet())) {
            Awaited one = entry.getKey();
            // Waits between tries may be long, and the time for everything is longer than this wait.
            long most = Math.max(end - System.nanoTime(), limits.request().toNanos());
            client.startDeadline(
                    Duration.ofNanos(Math.min(most, limits.deadline().toNanos())));
            Answer answer = Answers.await(client.get(client.address().of(one.kind(), one.id())));
            ObjectNode document = document(answer);
            if (document != null && Status.isAtWork(document)) {
                atWork.put(one, Status.words(document));
            } else if (!(answer instanceof Failed) || entry.getValue().equals(UNSEEN)) {
                atWork.remove(one);
            }
        }
    }

    private static @Nullable ObjectNode document(Answer answer) {
        return answer instanceof Found found && found.document() instanceof ObjectNode document ? document : null;
    }

    private static String words(Map<Awaited, String> atWork) {
        List<String> words = new ArrayList<>();
        atWork.forEach((one, status) -> words.add(one + " (" + status + ")"));
        return String.join(", ", words);
    }

    static String overdue(String status, Duration patience) {
        return "was still at work after " + Stops.time(patience) + " (" + status + ")";
    }
}
