package dev.callsheet.history.find;

import dev.callsheet.model.OneLine;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.model.Sha256;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The history of a live site, file by file as its index names them. */
final class SiteHistory {

    private static final String FOLDER = "data/history/";
    private static final int AT_ONCE = 6;

    private final URI root;
    private final Supplier<String> nonces;
    private final Gathering found;
    private final SiteRequests requests;
    private final TreeMap<String, Answer> answers = new TreeMap<>();

    private SiteHistory(URI root, Supplier<String> nonces, Gathering found) {
        this.root = root;
        this.nonces = nonces;
        this.found = found;
        requests = new SiteRequests(found.limits());
    }

    /**
     * Reads what a site keeps. An index may be older than the site it is part of, since caches keep it for a while, and
     * name files that are gone; so when a file is missing the index is asked for once more, past the caches.
     *
     * @param root the site's folder, with a slash at its end
     * @param nonces words of letters and digits that were not used before
     */
    static void read(URI root, Supplier<String> nonces, Gathering found) {
        try {
            new SiteHistory(root, nonces, found).read();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            found.fail("was not read to the end: the program was told to stop");
        }
    }

    private void read() throws InterruptedException {
        SiteIndex index = index();
        if (index.failure() == null) {
            ask(index.digests().keySet());
            if (answers.values().stream().anyMatch(Answer::isMissing)) {
                SiteIndex newer = index();
                if (newer.failure() == null) {
                    index = newer;
                    answers.values().removeIf(Answer::isMissing);
                    answers.keySet().retainAll(index.digests().keySet());
                    ask(index.digests().keySet());
                }
            }
        }
        if (index.failure() != null) {
            found.fail(index.failure());
        } else if (index.digests().isEmpty()) {
            found.fail("holds no history: its data/history/" + SiteIndex.NAME + " names no file");
        }
        index.problems().forEach(found::problem);
        index.digests().forEach(this::handOver);
    }

    private SiteIndex index() throws InterruptedException {
        URI address = address(SiteIndex.NAME + "?callsheet=" + URLEncoder.encode(nonces.get(), StandardCharsets.UTF_8));
        Answer answer = requests.get(address, found.limits().indexBytes());
        if (answer.failure() == null) {
            return SiteIndex.of(answer.body(), answer.type(), place(SiteIndex.NAME));
        }
        if (answer.isMissing()) {
            return SiteIndex.failed(
                    answer.failure() + ": no history there yet? (first night, or data/history is not published)");
        }
        return SiteIndex.failed(
                answer.isForbidden()
                        ? answer.failure() + ": it asks who you are, which is never said;"
                                + " download the site and give its directory"
                        : answer.failure());
    }

    /** Asks for the files that were not asked for, a few at a time, until there is more than may be kept. */
    private void ask(Collection<String> names) throws InterruptedException {
        List<String> unasked =
                names.stream().filter(name -> !answers.containsKey(name)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, SiteHistory::thread);
        try {
            for (int from = 0; from < unasked.size() && hasRoom(); from += AT_ONCE) {
                List<String> some = unasked.subList(from, Math.min(from + AT_ONCE, unasked.size()));
                List<Callable<Answer>> tasks = new ArrayList<>();
                some.forEach(name -> tasks.add(
                        () -> requests.get(address(name), found.limits().fileBytes())));
                List<Future<Answer>> done = threads.invokeAll(tasks);
                for (int i = 0; i < some.size(); i++) {
                    answers.put(some.get(i), done.get(i).get());
                }
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean hasRoom() {
        return answers.values().stream()
                        .mapToLong(answer -> answer.body().length)
                        .sum()
                <= found.room();
    }

    private void handOver(String name, String digest) {
        String place = place(name);
        Answer answer = answers.get(name);
        if (answer == null) {
            found.leaveOut(place);
        } else if (answer.isMissing()) {
            found.refuse(
                    Severity.WARNING,
                    place,
                    "a file that the site's index names",
                    "a site that " + answer.failure(),
                    "an index older than the site, or a file that was removed; " + Gathering.LOST);
        } else if (answer.failure() != null) {
            found.refuse(Severity.ERROR, place, "a history file", "a site that " + answer.failure(), Gathering.LOST);
        } else {
            check(answer.body(), digest, place);
            found.add(name, place, answer.body());
        }
    }

    private void check(byte[] content, String expected, String place) {
        String actual = Sha256.hex(content);
        if (!expected.isEmpty() && !expected.equals(actual)) {
            found.problem(Gathering.problem(
                    Kind.DOUBTFUL,
                    Severity.WARNING,
                    place,
                    "the SHA-256 of the site's index, " + OneLine.quoted(expected),
                    OneLine.quoted(actual),
                    "the file is damaged or the index is of another night; it is read as far as it goes"));
        }
    }

    private URI address(String name) {
        return URI.create(place(name));
    }

    private String place(String name) {
        return root + FOLDER + name;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "history");
        thread.setDaemon(true);
        return thread;
    }
}
