package dev.callsheet.history;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.SealedNight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a stream for a given choice of sealed and dropped nights. A night's file is carried on as it was found
 * where nothing about it has changed, and written anew from the corpus otherwise.
 */
final class Ledger {

    private final Keep keep;
    private final Documents documents;
    private final SortedMap<LocalDate, List<CorpusRun>> runs = new TreeMap<>();
    private final List<CorpusRun> undated = new ArrayList<>();
    private final SortedMap<LocalDate, SealedNight> tallies = new TreeMap<>();
    private final NavigableSet<LocalDate> nights = new TreeSet<>();
    private final Map<LocalDate, ReadFile> carried;
    private final Map<LocalDate, ReadFile> carriedSealed;
    private final List<Kept> unread;
    private final Map<LocalDate, Kept> writtenRuns = new HashMap<>();
    private final Map<LocalDate, Kept> writtenTallies = new HashMap<>();

    Ledger(
            Corpus corpus,
            Function<CorpusRun, @Nullable LocalDate> nightOf,
            Function<Instant, LocalDate> calendar,
            List<ReadFile> read,
            Keep keep) {
        this.keep = keep;
        documents = new Documents(corpus, calendar);
        unread = HandedOn.unread(read);
        for (CorpusRun run : corpus.runs()) {
            LocalDate night = nightOf.apply(run);
            (night == null ? undated : runs.computeIfAbsent(night, key -> new ArrayList<>())).add(run);
        }
        carried = Carrying.unsealed(read, runs, corpus.superseded(), keep);
        // Of a night of which both are known the side counts that knows more runs (design.md 4).
        for (SealedNight tally : corpus.sealedNights()) {
            if (tally.runs() > runs.getOrDefault(tally.night(), List.of()).size()) {
                tallies.put(tally.night(), tally);
                runs.remove(tally.night());
            }
        }
        carriedSealed = Carrying.sealed(read, tallies, keep);
        nights.addAll(runs.keySet());
        nights.addAll(tallies.keySet());
        if (nights.isEmpty() && !(undated.isEmpty() && documents.isEmpty())) {
            // No run has a night: what is known goes into one file all the same.
            LocalDate newest = documents.newestNight();
            nights.add(newest != null ? newest : calendar.apply(Instant.EPOCH));
        }
    }

    /** All nights of which anything is known, oldest first; at least one when there is anything to keep. */
    NavigableSet<LocalDate> nights() {
        return Collections.unmodifiableNavigableSet(nights);
    }

    /** Nights of which no more than tallies are known. */
    Set<LocalDate> sealedBefore() {
        return Collections.unmodifiableSet(tallies.keySet());
    }

    /** Bytes that sealing a night saves, other than the newest. */
    long saving(LocalDate night) {
        return (long) file(night, false).content().length - file(night, true).content().length;
    }

    /** All files, those of other streams among them. */
    List<Kept> files(Set<LocalDate> sealed, Set<LocalDate> dropped) {
        List<Kept> files = new ArrayList<>();
        if (nights.isEmpty()) {
            return unread;
        }
        Set<String> lines = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (LocalDate night : nights.headSet(nights.last())) {
            if (!dropped.contains(night)) {
                boolean isSealed = sealed.contains(night);
                files.add(file(night, isSealed));
                ReadFile asFound = asFound(night, isSealed);
                if (asFound != null) {
                    lines.addAll(asFound.documents());
                    places.add(asFound.raw().place());
                }
            }
        }
        List<String> texts = documents.ofNewest(isForNewest(sealed, dropped), lines);
        files.add(newest(sealed.contains(nights.last()), texts, places));
        // A file that nobody read may have taken the name of one of ours: names stand for contents, so it lies.
        Set<String> ours = files.stream().map(Kept::name).collect(Collectors.toSet());
        unread.stream().filter(file -> !ours.contains(file.name())).forEach(files::add);
        return files;
    }

    private @Nullable ReadFile asFound(LocalDate night, boolean isSealed) {
        return (isSealed ? carriedSealed : carried).get(night);
    }

    /** The file of a night other than the newest. */
    private Kept file(LocalDate night, boolean isSealed) {
        ReadFile asFound = asFound(night, isSealed);
        if (asFound != null) {
            return HandedOn.of(asFound);
        }
        return isSealed
                ? writtenTallies.computeIfAbsent(night, key -> tallies(key, List.of()))
                : writtenRuns.computeIfAbsent(night, key -> WriterV1.runs(keep, key, documents.of(key), runsOf(key)));
    }

    /**
     * The newest file, which also holds what has no place elsewhere.
     *
     * @param places of files that are carried on: undated runs in them are kept there
     */
    private Kept newest(boolean isSealed, List<String> texts, Set<String> places) {
        LocalDate night = nights.last();
        ReadFile asFound = asFound(night, isSealed);
        List<CorpusRun> placeless = isSealed
                ? List.of()
                : undated.stream().filter(run -> !isIn(run, places)).toList();
        if (asFound != null
                && asFound.documents().containsAll(texts)
                && placeless.stream()
                        .allMatch(run -> isIn(run, Set.of(asFound.raw().place())))) {
            return HandedOn.of(asFound);
        }
        if (isSealed) {
            return tallies(night, texts);
        }
        List<CorpusRun> all = new ArrayList<>(runsOf(night));
        all.addAll(placeless);
        return WriterV1.runs(keep, night, texts, all);
    }

    private static boolean isIn(CorpusRun run, Set<String> places) {
        return run.past() && places.contains(run.facts().place().file());
    }

    /**
     * Whether batches and sets of a night, null for undated ones, are kept in the newest file if nowhere else. They go
     * with the runs of their night, or with those of a later one where it had none.
     */
    private Predicate<@Nullable LocalDate> isForNewest(Set<LocalDate> sealed, Set<LocalDate> dropped) {
        NavigableSet<LocalDate> closed = new TreeSet<>(sealed);
        closed.addAll(dropped);
        NavigableSet<LocalDate> open = new TreeSet<>(nights);
        open.removeAll(closed);
        if (open.isEmpty()) {
            return night -> false;
        }
        Set<LocalDate> haveOwnFile = new HashSet<>(nights.headSet(nights.last()));
        haveOwnFile.removeAll(carried.keySet());
        return night -> night == null
                || !(closed.contains(night)
                        || haveOwnFile.contains(night)
                        || (night.isBefore(open.first()) && closed.ceiling(night) != null));
    }

    private Kept tallies(LocalDate night, List<String> texts) {
        SealedNight tally = tallies.get(night);
        return WriterV1.tallies(keep, night, texts, tally != null ? tally.tallies() : Sealing.of(runsOf(night)));
    }

    private List<CorpusRun> runsOf(LocalDate night) {
        return runs.getOrDefault(night, List.of());
    }
}
