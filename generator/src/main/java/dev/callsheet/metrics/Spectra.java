package dev.callsheet.metrics;

import dev.callsheet.stats.Spectrum;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts for each thing that runs may have in common how many of those that have it failed and passed. */
final class Spectra<T extends Comparable<? super T>> {

    private static final class Counts {
        private long failed;
        private long passed;

        private void add(boolean pass) {
            failed += pass ? 0 : 1;
            passed += pass ? 1 : 0;
        }
    }

    private final Counts all = new Counts();
    private final SortedMap<T, Counts> byThing = new TreeMap<>();

    /** @param things what the run has, each once */
    void add(Set<T> things, boolean pass) {
        all.add(pass);
        things.forEach(
                thing -> byThing.computeIfAbsent(thing, key -> new Counts()).add(pass));
    }

    Spectrum of(T thing) {
        return spectrum(byThing.getOrDefault(thing, new Counts()));
    }

    /** Those that some run has. */
    SortedMap<T, Spectrum> all() {
        SortedMap<T, Spectrum> spectra = new TreeMap<>();
        byThing.forEach((thing, counts) -> spectra.put(thing, spectrum(counts)));
        return spectra;
    }

    private Spectrum spectrum(Counts counts) {
        return new Spectrum(counts.failed, counts.passed, all.failed, all.passed);
    }
}
