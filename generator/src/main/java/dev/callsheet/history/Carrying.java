package dev.callsheet.history;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.history.ReadFile.State;
import dev.callsheet.model.SealedNight;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Which files may be carried on as they were found. */
final class Carrying {

    private Carrying() {}

    /**
     * Files of runs that hold all that is known of their night and nothing of another.
     *
     * @param superseded places of files of which a run is also known from elsewhere
     */
    static Map<LocalDate, ReadFile> unsealed(
            List<ReadFile> read, SortedMap<LocalDate, List<CorpusRun>> runs, Set<String> superseded, Keep keep) {
        Map<LocalDate, Integer> filesOfNight = new HashMap<>();
        Map<String, LocalDate> nightOfPlace = new HashMap<>();
        for (ReadFile file : read) {
            if (isOurs(file, keep) && file.night() != null) {
                filesOfNight.merge(file.night(), 1, Integer::sum);
                nightOfPlace.put(file.raw().place(), file.night());
            }
        }
        Set<LocalDate> changed = changed(runs, nightOfPlace);
        Map<LocalDate, ReadFile> carried = new HashMap<>();
        for (ReadFile file : read) {
            if (isOurs(file, keep)
                    && file.state() == State.INTACT
                    && !file.sealed()
                    && file.night() != null
                    && Integer.valueOf(1).equals(filesOfNight.get(file.night()))
                    && keep.zone().equals(file.zone())
                    && keep.nightStarts().equals(file.nightStarts())
                    && runs.containsKey(file.night())
                    && !changed.contains(file.night())
                    && !superseded.contains(file.raw().place())) {
                carried.put(file.night(), file);
            }
        }
        return carried;
    }

    /** Nights of which a run is in the input or in another night's file, and the nights of those files. */
    private static Set<LocalDate> changed(
            SortedMap<LocalDate, List<CorpusRun>> runs, Map<String, LocalDate> nightOfPlace) {
        Set<LocalDate> changed = new HashSet<>();
        runs.forEach((night, ofNight) -> {
            for (CorpusRun run : ofNight) {
                LocalDate kept =
                        run.past() ? nightOfPlace.get(run.facts().place().file()) : null;
                if (!night.equals(kept)) {
                    changed.add(night);
                    add(changed, kept);
                }
            }
        });
        return changed;
    }

    private static void add(Set<LocalDate> nights, @Nullable LocalDate night) {
        if (night != null) {
            nights.add(night);
        }
    }

    /** Sealed files that hold the tallies that count. */
    static Map<LocalDate, ReadFile> sealed(List<ReadFile> read, SortedMap<LocalDate, SealedNight> tallies, Keep keep) {
        Map<LocalDate, ReadFile> carried = new HashMap<>();
        for (ReadFile file : read) {
            SealedNight tally = file.night() == null ? null : tallies.get(file.night());
            if (isOurs(file, keep)
                    && file.state() == State.INTACT
                    && file.sealed()
                    && tally != null
                    && tally.place().file().equals(file.raw().place())) {
                carried.put(tally.night(), file);
            }
        }
        return carried;
    }

    private static boolean isOurs(ReadFile file, Keep keep) {
        return keep.stream().equals(file.stream()) && (file.state() == State.INTACT || file.state() == State.DAMAGED);
    }
}
