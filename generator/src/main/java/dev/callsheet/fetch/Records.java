package dev.callsheet.fetch;

import dev.callsheet.fetch.Answer.Failed;
import dev.callsheet.fetch.Answer.Found;
import dev.callsheet.fetch.Answer.Gone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Brings records home by their ids: out of the archive what is there and final, all else from the API. */
final class Records {

    private final ApiClient client;
    private final Archive archive;
    private final Keeping keeping;
    private final Ledger ledger;
    private final boolean refresh;
    private final Runnable progress;

    /**
     * @param refresh whether what is kept is asked for again
     * @param progress run after each record
     */
    Records(ApiClient client, Archive archive, Keeping keeping, Ledger ledger, boolean refresh, Runnable progress) {
        this.client = client;
        this.archive = archive;
        this.keeping = keeping;
        this.ledger = ledger;
        this.refresh = refresh;
        this.progress = progress;
    }

    /**
     * A record to bring.
     *
     * @param named whether the user named it, so that its absence is no matter of course
     * @param told what else is known of a run
     */
    record Wanted(String id, boolean named, ListedRun told) {

        static Wanted byUser(String id) {
            return new Wanted(id, true, ListedRun.named(id));
        }

        static Wanted byOther(String id) {
            return new Wanted(id, false, ListedRun.named(id));
        }

        /** The same, knowing what the other knows. */
        Wanted with(Wanted other) {
            return new Wanted(id, named || other.named, other.told);
        }

        static Wanted listed(ListedRun run) {
            return new Wanted(run.id(), false, run);
        }
    }

    /**
     * Brings those that were not asked for before, and waits for them.
     *
     * @param met given each document that was had; called by several threads
     */
    void bring(RecordKind kind, Collection<Wanted> wanted, Consumer<ObjectNode> met)
            throws IOException, InterruptedException {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (Wanted one : wanted) {
            if (!ledger.ask(kind, one.id())) {
                continue;
            }
            ObjectNode kept = refresh || kind == RecordKind.SCENARIO ? null : archive.read(kind, one.id());
            if (kept != null && Status.isFinal(kept)) {
                ledger.received(kind, one.id(), true, false);
                met.accept(kept);
                progress.run();
            } else {
                answers.add(ask(
                        kind, one, met, failed -> ledger.missing(kind, one.id(), failed.why() + kept(kind, one.id()))));
            }
        }
        Answers.awaitAll(answers);
    }

    /** Asks once more for those that were still at work when they came. When that fails, what came stays. */
    void bringAgain(RecordKind kind, Collection<Wanted> wanted) throws IOException, InterruptedException {
        Set<String> atWork = Set.copyOf(ledger.unfinished(kind));
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (Wanted one : wanted) {
            if (atWork.contains(one.id())) {
                answers.add(ask(kind, one, document -> {}, failed -> {}));
            }
        }
        Answers.awaitAll(answers);
    }

    /** Keeps a record that came in a list. */
    void keep(RecordKind kind, String id, ObjectNode document) {
        try {
            archive.write(kind, id, keeping.of(kind, document));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ledger.received(kind, id, false, Status.isAtWork(document));
    }

    private CompletableFuture<Void> ask(
            RecordKind kind, Wanted wanted, Consumer<ObjectNode> met, Consumer<Failed> failing) {
        return client.get(client.address().of(kind, wanted.id())).thenAccept(answer -> {
            if (answer instanceof Found found) {
                take(kind, wanted, found, met);
            } else if (answer instanceof Gone gone) {
                leave(kind, wanted, gone);
            } else if (answer instanceof Failed failed) {
                failing.accept(failed);
            }
            progress.run();
        });
    }

    private String kept(RecordKind kind, String id) {
        try {
            return archive.read(kind, id) == null ? "" : "; what was fetched of it before stays";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void take(RecordKind kind, Wanted wanted, Found found, Consumer<ObjectNode> met) {
        if (!(found.document() instanceof ObjectNode document) || !wanted.id().equals(Named.of(kind, document))) {
            ledger.missing(kind, wanted.id(), "answers with something that is not this " + kind.one());
            return;
        }
        if (kind == RecordKind.RUN && wanted.told().scenario() != null && !document.has("scenario")) {
            document.set("scenario", wanted.told().scenario());
        }
        keep(kind, wanted.id(), document);
        met.accept(document);
    }

    private void leave(RecordKind kind, Wanted wanted, Gone gone) {
        if (wanted.named()) {
            ledger.missing(kind, wanted.id(), gone.why() + ", there is no such " + kind.one());
        } else {
            ledger.gone(kind, wanted.id());
        }
    }
}
