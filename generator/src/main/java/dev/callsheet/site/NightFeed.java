package dev.callsheet.site;

import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.NightLabels;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The newest nights one by one, for readers who subscribe to them. A night's entry follows from its own runs and those
 * before it, so it stays as it is from night to night; it holds no text of the input.
 *
 * @param newest first
 */
public record NightFeed(List<Entry> newest) {

    /** Nights that a feed reaches back; a reader who looks in less often than that reads the Nights page. */
    private static final int MOST = 50;

    public NightFeed {
        newest = List.copyOf(newest);
    }

    /**
     * A night.
     *
     * @param updated when its last run was created
     * @param title one sentence
     * @param sentences what there is to say of it
     */
    public record Entry(LocalDate night, Instant updated, String title, List<String> sentences) {

        public Entry {
            sentences = List.copyOf(sentences);
        }

        /** Its page. */
        public SafePath page() {
            return SitePaths.night(night);
        }
    }

    /** Without nights whose runs are no longer known one by one: when they were last told is not known either. */
    public static NightFeed of(Report report) {
        List<NightNumbers> nights = new ArrayList<>(report.analysis().nightNumbers());
        Collections.reverse(nights);
        return new NightFeed(nights.stream()
                .limit(Math.min(MOST, report.analysis().rules().windowNights()))
                .filter(night -> !night.isSealed())
                .map(night -> entry(report, night))
                .toList());
    }

    private static Entry entry(Report report, NightNumbers night) {
        Tally tally = night.tally();
        List<String> sentences = new ArrayList<>();
        if (tally.valid() > 0) {
            sentences.add("Pass rate " + Format.percent(tally.passed(), tally.valid()) + ", 95 % interval "
                    + Format.interval(night.rate().shown().interval()) + ", over "
                    + Format.count(night.scenarios(), "scenario") + ".");
        }
        String beside = Words.beside(tally);
        if (!beside.isEmpty()) {
            sentences.add("Not counted: " + beside + ".");
        }
        if (night.labels() != null && tally.valid() > 0) {
            sentences.add(labels(night.labels()));
        }
        return new Entry(night.night(), updated(report, night), Headlines.ofNight(night.night(), tally), sentences);
    }

    /** "As of that night 1 scenario got worse, 2 were flaky and none always failed." */
    private static String labels(NightLabels labels) {
        return String.format(
                Locale.ROOT,
                "As judged on that night, scenarios that got worse: %s, flaky: %s, that always or mostly fail: %s.",
                Format.grouped(labels.regressed()),
                Format.grouped(labels.flaky()),
                Format.grouped(labels.broken()));
    }

    private static Instant updated(Report report, NightNumbers night) {
        return night.entries().stream()
                .map(NightNumbers.ScenarioEntry::entry)
                .map(NightEntry::runs)
                .flatMap(List::stream)
                .map(run -> run.facts().createdAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> night.night()
                        .atTime(report.calendar().startsAt())
                        .atZone(report.calendar().zone())
                        .toInstant());
    }
}
