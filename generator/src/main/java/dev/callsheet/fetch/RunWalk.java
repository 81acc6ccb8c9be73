package dev.callsheet.fetch;

import dev.callsheet.fetch.Answer.Failed;
import dev.callsheet.fetch.Answer.Found;
import dev.callsheet.fetch.Answer.Gone;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks through the list of runs, page by page, while runs come to it and go from it. Runs that come in front move the
 * others to later pages, where they are met again; runs that go move others to earlier pages, where they are missed. Two
 * things tell: the number that the list states, and the last run of a page, which the next page begins with again, since
 * as many may come as go. When that number changed during a walk, that run was not there, or more runs are stated than
 * were met, the list is walked again.
 */
final class RunWalk {

    private static final int PAGE = 100;

    /** Walks until it is accepted that the list does not come to rest. */
    private static final int MOST_WALKS = 5;

    /** Pages without a run that this walk has not met, before it is taken to be at its end. */
    private static final int MOST_STALE_PAGES = 3;

    /** Pages of only older runs, one after the other, in a list that is in order. */
    private static final int OLD_PAGES = 2;

    private final ApiClient client;
    private final Map<String, String> filter;
    private final @Nullable Instant since;
    private final LongConsumer progress;
    private final Map<String, ListedRun> runs = new LinkedHashMap<>();
    private final Set<String> old = new HashSet<>();
    private @Nullable String failure;
    private long stated;

    /**
     * What a list of runs holds.
     *
     * @param runs by id, those of the time that was asked for
     * @param unlisted how many there must be beyond, from the number that the list states
     * @param failure why some may be missing, as what follows the name of the list in a sentence; null when none is
     */
    record Result(
            Map<String, ListedRun> runs,
            long unlisted,
            @Nullable String failure) {}

    /**
     * @param filter fields that the runs must have, by name
     * @param since older runs are left out; null to have all
     * @param progress told how many runs were found
     */
    RunWalk(ApiClient client, Map<String, String> filter, @Nullable Instant since, LongConsumer progress) {
        this.client = client;
        this.filter = filter;
        this.since = since;
        this.progress = progress;
    }

    Result walk() throws IOException, InterruptedException {
        Pages pages = new Pages();
        pages.walk();
        for (int walks = 1; failure == null && !pages.isEnough(walks > 1) && walks < MOST_WALKS; walks++) {
            int before = met();
            pages = new Pages();
            pages.walk();
            if (pages.isSteady() && met() == before) {
                break; // the same again: the list states more than it holds
            }
        }
        long unmet = pages.stoppedEarly ? 0 : Math.max(0, pages.firstStated - met());
        if (failure == null && unmet > 0) {
            failure = "states " + pages.firstStated + " runs, of which " + unmet + " never came";
        }
        return new Result(runs, since == null ? unmet : 0, failure);
    }

    private int met() {
        return runs.size() + old.size();
    }

    /** One walk from the first page on. */
    private final class Pages {

        private final Set<String> met = new HashSet<>();
        private boolean grew;
        private boolean shrank;
        private boolean stoppedEarly;
        private boolean isInOrder = true;
        private @Nullable Instant last;
        private boolean isFirst = true;
        private long firstStated = -1;
        private int oldPages;
        private int stalePages;

        /** Whether nothing came or went meanwhile, as far as one can tell. */
        boolean isSteady() {
            return !grew && !shrank;
        }

        /**
         * Whether every run was met that was there when the walk began. Runs that come move others only to where they
         * are still going to be met; so a list that grows all the time is not walked more than twice.
         *
         * @param again whether this was not the first walk
         */
        boolean isEnough(boolean again) {
            return isSteady()
                    ? stoppedEarly || met() >= stated
                    : again && !shrank && (stoppedEarly || met.size() >= firstStated);
        }

        void walk() throws IOException, InterruptedException {
            long read = 0;
            String seam = null;
            while (true) {
                int overlap = seam == null ? 0 : 1;
                JsonNode entries = page(read - overlap, read);
                if (entries == null) {
                    return;
                }
                boolean isJoined = seam == null || holds(entries, seam);
                shrank |= !isJoined;
                if (entries.isEmpty() || (isJoined && entries.size() == overlap)) {
                    return;
                }
                take(entries);
                read += entries.size() - overlap;
                stoppedEarly = isInOrder && oldPages >= OLD_PAGES;
                if (read == stated || stalePages >= MOST_STALE_PAGES || stoppedEarly) {
                    return;
                }
                seam = entries.size() > 1 ? id(entries.get(entries.size() - 1)) : null;
            }
        }

        private static boolean holds(JsonNode entries, String id) {
            for (JsonNode entry : entries) {
                if (id.equals(id(entry))) {
                    return true;
                }
            }
            return false;
        }

        private static @Nullable String id(JsonNode entry) {
            return entry instanceof ObjectNode run ? Named.of(RecordKind.RUN, run) : null;
        }

        /** @param read how far the list was read before */
        private @Nullable JsonNode page(long offset, long read) throws IOException, InterruptedException {
            Map<String, String> query = new LinkedHashMap<>(filter);
            query.put("limit", Integer.toString(PAGE));
            query.put("offset", Long.toString(offset));
            Answer answer = Answers.await(client.get(client.address().of(RecordKind.RUN, query)));
            String place = read == 0 ? "" : " after " + read + " of " + (stated < 0 ? "unknown" : stated) + " runs";
            if (answer instanceof Failed failed) {
                failure = failed.why() + place;
            } else if (answer instanceof Gone gone) {
                failure = gone.why() + place;
            } else if (answer instanceof Found found) {
                return entries(found, place);
            }
            return null;
        }

        private @Nullable JsonNode entries(Found found, String place) {
            JsonNode entries = found.document().isArray()
                    ? found.document()
                    : found.document().path("runs");
            if (!entries.isArray()) {
                failure = "answers with something that is no list of runs" + place;
                return null;
            }
            JsonNode total = found.document().path("total_count");
            if (total.isMissingNode()) {
                total = found.around().path("total_count");
            }
            long now = total.isIntegralNumber() && total.canConvertToLong() ? Math.max(-1, total.longValue()) : -1;
            if (isFirst) {
                firstStated = now;
                isFirst = false;
            } else {
                grew |= now > stated;
                shrank |= now < stated;
            }
            stated = now;
            return entries;
        }

        private void take(JsonNode entries) {
            boolean isOld = since != null;
            boolean isStale = true;
            for (JsonNode entry : entries) {
                ListedRun run = ListedRun.of(entry);
                if (run == null) {
                    isOld = false;
                    continue;
                }
                if (met.add(run.id())) {
                    isStale = false;
                    follow(run);
                }
                Instant created = run.createdAt();
                if (since != null && created != null && created.isBefore(since)) {
                    old.add(run.id());
                } else {
                    isOld = false;
                    runs.put(run.id(), run);
                }
            }
            oldPages = isOld ? oldPages + 1 : 0;
            stalePages = isStale ? stalePages + 1 : 0;
            progress.accept(runs.size());
        }

        /** Nothing promises an order, so the walk may only end early while every run was older than the one before. */
        private void follow(ListedRun run) {
            Instant created = run.createdAt();
            if (created == null || (last != null && created.isAfter(last))) {
                isInOrder = false;
            }
            last = created == null ? last : created;
        }
    }
}
