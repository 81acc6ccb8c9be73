package dev.callsheet.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A night of which only tallies are kept.
 *
 * @param place the file they stand in
 * @param tallies by scenario, batch and version
 */
public record SealedNight(Place place, LocalDate night, List<SealedRuns> tallies) {

    public SealedNight {
        tallies = List.copyOf(tallies);
    }

    public long runs() {
        return tallies.stream().mapToLong(SealedRuns::runs).sum();
    }
}
