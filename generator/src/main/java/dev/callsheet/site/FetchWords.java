package dev.callsheet.site;

import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Fetch.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is said of how the input was fetched, wherever a reader may take a part of it for the whole. */
public final class FetchWords {

    private static final int LONGEST_REASON = 80;

    private FetchWords() {}

    /** In a few words: "last fetch complete: 500 runs", "fetched 482 of 500 runs"; nothing where nothing was fetched. */
    public static List<String> brief(@Nullable FetchNumbers fetch) {
        if (fetch == null) {
            return List.of();
        }
        if (fetch.complete()) {
            return List.of(whole(fetch));
        }
        List<String> parts = new ArrayList<>();
        if (fetch.allMissing() > 0) {
            parts.add("fetched " + String.join(", ", received(fetch)));
        }
        if (notEnded(fetch) > 0) {
            parts.add("the fetch did not end");
        }
        return parts.isEmpty() ? List.of("fetch not complete") : parts;
    }

    private static String whole(FetchNumbers fetch) {
        Counts runs = fetch.of(Kind.RUN);
        if (runs.asked() == 0) {
            return "last fetch complete";
        }
        return "last fetch complete: " + Format.count(runs.received(), "run")
                + (runs.gone() == 0 ? "" : ", " + Format.grouped(runs.gone()) + " gone from the API");
    }

    /** What is not whole, a sentence each; none where all was fetched, or nothing was. */
    public static List<String> sentences(@Nullable FetchNumbers fetch) {
        List<String> sentences = new ArrayList<>();
        if (fetch == null || fetch.complete()) {
            return sentences;
        }
        if (fetch.allMissing() > 0) {
            sentences.add("Incomplete: fetched " + listed(fetch) + reason(fetch) + ".");
        } else if (!fetch.missing().isEmpty()) {
            sentences.add("Some results may be missing" + reason(fetch) + ".");
        }
        long notEnded = notEnded(fetch);
        if (notEnded > 0) {
            sentences.add((fetch.sources().size() == 1
                            ? "The fetch of these results"
                            : Format.grouped(notEnded) + " of the "
                                    + fetch.sources().size() + " fetches of these results")
                    + " did not end: some may be missing.");
        }
        if (fetch.sources().stream().anyMatch(source -> !source.known())) {
            sentences.add("What a fetch of these results says of itself could not be read: some may be missing.");
        }
        if (sentences.isEmpty()) {
            sentences.add("A fetch of these results is not complete: some may be missing.");
        }
        return sentences;
    }

    /** Why a fetch is not complete, beginning with a figure or a name; all there is of one that is. */
    static String evidence(FetchNumbers fetch) {
        if (fetch.complete()) {
            return fetch.allAsked() == 0
                    ? "Nothing that was asked for is missing"
                    : "Of " + Format.count(fetch.allAsked(), "record") + " asked for none is missing";
        }
        if (fetch.allMissing() > 0) {
            return wasFetched(fetch);
        }
        long notEnded = notEnded(fetch);
        return notEnded > 0
                ? Format.count(notEnded, "fetch", "fetches") + " did not end, so results may be missing"
                : Format.count(
                                fetch.sources().stream()
                                        .filter(source -> !source.complete())
                                        .count(),
                                "fetch is",
                                "fetches are")
                        + " not complete, so results may be missing";
    }

    /** "482 of 500 runs and 10 of 12 scenarios were fetched". */
    private static String wasFetched(FetchNumbers fetch) {
        String all = listed(fetch);
        return all + (received(fetch).size() == 1 && all.contains(" of 1 ") ? " was fetched" : " were fetched");
    }

    private static String listed(FetchNumbers fetch) {
        List<String> received = received(fetch);
        int last = received.size() - 1;
        return last == 0
                ? received.get(0)
                : String.join(", ", received.subList(0, last)) + " and " + received.get(last);
    }

    /** Of the kinds of which some are missing. */
    private static List<String> received(FetchNumbers fetch) {
        return fetch.counts().entrySet().stream()
                .filter(kind -> kind.getValue().missing() > 0)
                .map(kind -> Format.grouped(kind.getValue().received()) + " of "
                        + Format.count(
                                kind.getValue().asked(),
                                kind.getKey().word(),
                                kind.getKey().words()))
                .toList();
    }

    private static String reason(FetchNumbers fetch) {
        Map<String, Long> records = reasons(fetch, false);
        if (!records.isEmpty()) {
            Map.Entry<String, Long> most = mostFrequent(records);
            return (most.getValue() == fetch.allMissing()
                            ? "; the reason is "
                            : "; the most frequent reason, for " + Format.grouped(most.getValue()) + " of "
                                    + Format.grouped(fetch.allMissing()) + " missing, is ")
                    + quoted(most.getKey());
        }
        Map<String, Long> lists = reasons(fetch, true);
        return lists.isEmpty()
                ? ""
                : "; a list of the API was not read to its end: "
                        + quoted(mostFrequent(lists).getKey());
    }

    private static String quoted(String reason) {
        return Words.quoted(Shortened.of(reason, LONGEST_REASON));
    }

    /** How often each reason is given, for records or for lists. */
    private static Map<String, Long> reasons(FetchNumbers fetch, boolean lists) {
        Map<String, Long> reasons = new TreeMap<>();
        for (Missing missing : fetch.missing()) {
            if (missing.why() != null && (missing.kind() == Kind.LIST) == lists) {
                reasons.merge(missing.why(), 1L, Long::sum);
            }
        }
        return reasons;
    }

    /** Of equally frequent ones the first by the alphabet. */
    private static Map.Entry<String, Long> mostFrequent(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .orElseThrow();
    }

    private static long notEnded(FetchNumbers fetch) {
        return fetch.sources().stream()
                .filter(source -> source.known() && source.endedAt() == null)
                .count();
    }
}
