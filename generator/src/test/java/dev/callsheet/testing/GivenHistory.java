package dev.callsheet.testing;

import dev.callsheet.report.HistoryNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a report remembers, of the stream {@code main} unless another is given, within the default budgets; each night kept has 1000 bytes. */
public final class GivenHistory {

    private static final long BYTES = 1000;

    private final List<HistoryNumbers.Source> sources = new ArrayList<>();
    private final List<HistoryNumbers.Night> kept = new ArrayList<>();
    private final List<LocalDate> sealedNow = new ArrayList<>();
    private final List<LocalDate> dropped = new ArrayList<>();
    private boolean readonly;
    private @Nullable LocalDate firstPages;
    private long withoutPage;
    private boolean byBytes;
    private String stream = "main";

    /** A report that was given no history and keeps none. */
    public static HistoryNumbers none() {
        return new GivenHistory().numbers();
    }

    /** A source with nights up to 13 April 2026 that no other source and no input has. */
    public GivenHistory read(String source, int nights, long runs) {
        sources.add(new HistoryNumbers.Source(
                source, null, nights, runs, nights == 0 ? null : LocalDate.parse("2026-04-13"), true));
        return this;
    }

    public GivenHistory notRead(String source, String why) {
        sources.add(new HistoryNumbers.Source(source, why, 0, 0, null, false));
        return this;
    }

    public GivenHistory kept(String night, boolean sealed) {
        kept.add(new HistoryNumbers.Night(LocalDate.parse(night), 10, sealed, BYTES));
        return this;
    }

    public GivenHistory sealedNow(String... nights) {
        List.of(nights).forEach(night -> sealedNow.add(LocalDate.parse(night)));
        return this;
    }

    public GivenHistory dropped(String... nights) {
        List.of(nights).forEach(night -> dropped.add(LocalDate.parse(night)));
        return this;
    }

    public GivenHistory readonly() {
        readonly = true;
        return this;
    }

    public GivenHistory pages(String first, long without, boolean forSize) {
        firstPages = LocalDate.parse(first);
        withoutPage = without;
        byBytes = forSize;
        return this;
    }

    public GivenHistory stream(String name) {
        stream = name;
        return this;
    }

    public HistoryNumbers numbers() {
        return new HistoryNumbers(
                stream,
                sources,
                sources.stream().mapToLong(HistoryNumbers.Source::nights).sum(),
                sources.stream().mapToLong(HistoryNumbers.Source::runs).sum(),
                new HistoryNumbers.Kept(readonly, kept, BYTES * kept.size(), 400, 40_000_000, sealedNow, dropped),
                new HistoryNumbers.Pages(30, 900_000_000, firstPages, withoutPage, byBytes));
    }
}
