package dev.callsheet.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Seals, and at last drops, the oldest nights until what is kept is within bounds. */
final class Budget {

    private final Ledger ledger;
    private final Keep keep;
    private final NavigableSet<LocalDate> sealed;
    private final NavigableSet<LocalDate> dropped = new TreeSet<>();

    Budget(Ledger ledger, Keep keep) {
        this.ledger = ledger;
        this.keep = keep;
        sealed = new TreeSet<>(ledger.sealedBefore());
        NavigableSet<LocalDate> nights = ledger.nights();
        nights.stream().limit(Math.max(0, nights.size() - keep.maxNights())).forEach(sealed::add);
    }

    HistoryPlan plan() {
        List<Kept> files = ledger.files(sealed, dropped);
        for (long over = over(files); over > 0 && giveUp(over); over = over(files)) {
            files = ledger.files(sealed, dropped);
        }
        List<LocalDate> sealedNow = new ArrayList<>(sealed);
        sealedNow.removeAll(ledger.sealedBefore());
        sealedNow.removeAll(dropped);
        return new HistoryPlan(files, sealedNow, List.copyOf(dropped));
    }

    /** Each stream has the budget to itself: else the branches of a busy week would squeeze out the main one. */
    private long over(List<Kept> files) {
        return files.stream()
                        .filter(file -> keep.stream().equals(file.stream()))
                        .mapToLong(file -> file.content().length)
                        .sum()
                - keep.maxBytes();
    }

    /** Seals or drops at least one more night; false when only the newest is left, sealed. */
    private boolean giveUp(long over) {
        NavigableSet<LocalDate> open = new TreeSet<>(ledger.nights());
        open.removeAll(sealed);
        if (!open.isEmpty()) {
            seal(open, over);
            return true;
        }
        LocalDate oldest = ledger.nights().stream()
                .filter(night -> !dropped.contains(night))
                .findFirst()
                .orElse(null);
        if (oldest == null || oldest.equals(ledger.nights().last())) {
            return false;
        }
        dropped.add(oldest);
        return true;
    }

    /**
     * Seals the oldest nights until that saves enough, the newest only when no other is left. The newest file may grow
     * by it, so this may not be the end.
     */
    private void seal(NavigableSet<LocalDate> open, long over) {
        LocalDate newest = ledger.nights().last();
        NavigableSet<LocalDate> older = open.headSet(newest, false);
        if (older.isEmpty()) {
            sealed.add(newest);
        }
        long left = over;
        for (LocalDate night : older) {
            if (left <= 0) {
                return;
            }
            sealed.add(night);
            left -= ledger.saving(night);
        }
    }
}
