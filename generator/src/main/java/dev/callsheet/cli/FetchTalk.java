package dev.callsheet.cli;

import dev.callsheet.fetch.FetchListener;
import dev.callsheet.fetch.FetchResult;
import dev.callsheet.fetch.FetchResult.Counts;
import dev.callsheet.fetch.FetchResult.Missing;
import dev.callsheet.fetch.RecordKind;
import dev.callsheet.model.OneLine;
import dev.callsheet.site.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the console says of a fetch. */
final class FetchTalk implements FetchListener {

    private static final int MOST_MISSING = 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int SECONDS_PER_MINUTE = 60;

    private final Console console;

    /** How far the fetch was when its speed began to be measured: before the first run came; null while lists are read. */
    private @Nullable Progress first;

    private long begin;

    FetchTalk(Console console) {
        this.console = console;
    }

    @Override
    public void stage(String line) {
        console.stage(line);
    }

    @Override
    public void progress(Supplier<Progress> progress) {
        console.progress(() -> line(progress.get(), System.nanoTime()));
    }

    /** The console asks for one line at a time. */
    String line(Progress now, long time) {
        if (now.listing()) {
            return "found " + Format.count(now.found(), "run");
        }
        if (first == null || isAsFar(now, first)) {
            first = now;
            begin = time;
        }
        return line(now, first, (time - begin) / NANOS_PER_SECOND);
    }

    /** Batches and scenarios come before the runs; the time for them says nothing of the time for runs. */
    private static boolean isAsFar(Progress now, Progress first) {
        return now.left() == first.left();
    }

    /**
     * How far a fetch is, in one line.
     *
     * @param first how far it was so many seconds ago
     */
    static String line(Progress now, Progress first, double seconds) {
        List<String> parts = new ArrayList<>();
        parts.add("found " + Format.grouped(now.found()));
        parts.add("fetched " + Format.grouped(now.fetched()));
        parts.add("cached " + Format.grouped(now.cached()));
        parts.add("failed " + Format.grouped(now.failed()));
        if (seconds >= 1) {
            parts.add(Math.round((now.requests() - first.requests()) / seconds) + " requests/s");
            long fetched = now.fetched() - first.fetched();
            if (fetched > 0) {
                parts.add(time(Math.round(now.left() * seconds / fetched)) + " left");
            }
        }
        return String.join(", ", parts);
    }

    private static String time(long seconds) {
        return seconds < SECONDS_PER_MINUTE
                ? seconds + " s"
                : seconds / SECONDS_PER_MINUTE + " min " + seconds % SECONDS_PER_MINUTE + " s";
    }

    /** What came of it: first what is missing and why, last the counts. */
    void ended(FetchResult result) {
        List<Missing> missing = result.missing().stream()
                .filter(one -> !isSaid(one, result.stopped()))
                .toList();
        int shown = console.isVerbose() ? missing.size() : Math.min(MOST_MISSING, missing.size());
        missing.subList(0, shown).forEach(one -> console.stage("missing: " + words(one)));
        if (shown < missing.size()) {
            console.stage(
                    (missing.size() - shown) + " more are missing; fetch.json names them, and --verbose prints them");
        }
        console.stage(counts(result));
        if (result.stopped() != null) {
            console.error(result.stopped() + "; nothing more was asked");
        } else if (!result.isComplete()) {
            console.error("the fetch is incomplete: the same command again asks for what is missing");
        }
    }

    /** Whether what stopped the fetch is all that is known of it. */
    private static boolean isSaid(Missing one, @Nullable String stopped) {
        return stopped != null && one.why().contains(stopped);
    }

    static String words(Missing one) {
        return one.kind().equals("list")
                ? "list of " + one.id() + ": the API " + one.why()
                : one.kind().replace('_', ' ') + " " + OneLine.shortened(one.id()) + ": " + one.why();
    }

    /** "fetched 12 scenarios, 500 runs (482 there already) with 31 requests". */
    static String counts(FetchResult result) {
        List<String> parts = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            Counts counts = result.of(kind);
            if (counts.asked() > 0) {
                String received = Format.grouped(counts.received()) + " of ";
                long all = counts.missing() == 0 ? counts.received() : counts.asked();
                parts.add((counts.missing() == 0 ? "" : received)
                        + Format.count(all, kind.one(), kind.many())
                        + beside(counts));
            }
        }
        String what = parts.isEmpty() ? "nothing" : String.join(", ", parts);
        return "fetched " + what + " with " + Format.count(result.requests(), "request");
    }

    private static String beside(Counts counts) {
        List<String> beside = new ArrayList<>();
        add(beside, counts.cached(), "there already");
        add(beside, counts.unfinished(), "unfinished");
        add(beside, counts.gone(), "gone");
        add(beside, counts.missing(), "missing");
        return beside.isEmpty() ? "" : " (" + String.join(", ", beside) + ")";
    }

    private static void add(List<String> beside, long count, String word) {
        if (count > 0) {
            beside.add(Format.grouped(count) + " " + word);
        }
    }
}
