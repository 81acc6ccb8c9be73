package dev.callsheet.cli;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Nights;
import dev.callsheet.output.FileDigest;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.HistoryNumbers.Pages;
import dev.callsheet.site.SitePaths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of the input get a page: those of the newest nights, and of fewer where the site would grow too large. Runs
 * without a night keep theirs until the size of the site is the reason.
 */
final class PageBudget {

    // What is left out takes links with it, and the pages that had them change a little: a second try should do.
    private static final double MARGIN = 0.98;

    private final Corpus corpus;
    private final Nights nights;

    PageBudget(Corpus corpus, Nights nights) {
        this.corpus = corpus;
        this.nights = nights;
    }

    /** @param maxNights of the input, newest first */
    Pages newest(int maxNights, long maxBytes) {
        List<LocalDate> ofInput = List.copyOf(inputNights().keySet());
        if (maxNights >= ofInput.size()) {
            return pages(maxNights, maxBytes, null, false);
        }
        LocalDate first =
                maxNights == 0 ? ofInput.get(ofInput.size() - 1).plusDays(1) : ofInput.get(ofInput.size() - maxNights);
        return pages(maxNights, maxBytes, first, false);
    }

    /**
     * Fewer pages, so that the site becomes small enough; null when there is no page of a run left.
     *
     * @param written the files of the site as it is too large
     */
    @Nullable
    Pages fewer(Pages pages, Map<SafePath, FileDigest> written) {
        double toSave = size(written) - pages.maxBytes() * MARGIN;
        LocalDate first = null;
        boolean any = false;
        for (CorpusRun run : corpus.runs()) {
            if (nights.dated(run) == null && has(pages, run)) {
                toSave -= sizeOf(run, written);
                any = true;
            }
        }
        for (Map.Entry<LocalDate, List<CorpusRun>> night : inputNights().entrySet()) {
            if (toSave <= 0) {
                break;
            }
            for (CorpusRun run : night.getValue()) {
                if (has(pages, run)) {
                    toSave -= sizeOf(run, written);
                    any = true;
                }
            }
            first = night.getKey().plusDays(1);
        }
        LocalDate later = later(pages.first(), first);
        return any ? pages(pages.maxNights(), pages.maxBytes(), later, true) : null;
    }

    static long size(Map<SafePath, FileDigest> written) {
        return written.values().stream().mapToLong(FileDigest::size).sum();
    }

    private static long sizeOf(CorpusRun run, Map<SafePath, FileDigest> written) {
        return SitePaths.pages(run).stream()
                .map(written::get)
                .filter(Objects::nonNull)
                .mapToLong(FileDigest::size)
                .sum();
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** Whether a run has a page. */
    boolean has(Pages pages, CorpusRun run) {
        LocalDate night = nights.dated(run);
        if (run.past() || pages.maxNights() == 0 || (night != null && nights.of(run) == null)) {
            return false;
        }
        return night == null ? !pages.byBytes() : pages.first() == null || !night.isBefore(pages.first());
    }

    private Pages pages(int maxNights, long maxBytes, @Nullable LocalDate first, boolean byBytes) {
        Pages pages = new Pages(maxNights, maxBytes, first, 0, byBytes);
        long without = corpus.runs().stream()
                .filter(run -> !run.past() && !has(pages, run))
                .count();
        return new Pages(maxNights, maxBytes, first, without, byBytes);
    }

    /** The nights of the runs of the input, oldest first, each with these runs. */
    private SortedMap<LocalDate, List<CorpusRun>> inputNights() {
        SortedMap<LocalDate, List<CorpusRun>> byNight = new TreeMap<>();
        for (CorpusRun run : corpus.runs()) {
            LocalDate night = nights.dated(run);
            if (!run.past() && night != null) {
                byNight.computeIfAbsent(night, key -> new ArrayList<>()).add(run);
            }
        }
        return byNight;
    }
}
