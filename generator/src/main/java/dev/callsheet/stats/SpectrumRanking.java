package dev.callsheet.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * Ranks what runs have in common by how well it goes with failing (metrics.md 7.3). What too few runs have is left out,
 * and so is what every run has, since nothing can be compared with it.
 */
public final class SpectrumRanking {

    private static final double TWELVE_DECIMALS = 1e12;

    private SpectrumRanking() {}

    /**
     * What a ranking asks of each.
     *
     * @param failed runs that failed and have it, at least
     * @param runs runs that have it, at least
     */
    public record Support(long failed, long runs) {

        private boolean isMet(Spectrum spectrum) {
            return spectrum.ef() >= failed
                    && spectrum.with() >= runs
                    && spectrum.without() > 0
                    && spectrum.ochiai() != null;
        }
    }

    /**
     * One of a ranking.
     *
     * @param p Fisher's one-sided p, 0 to 1
     * @param q the same adjusted by Benjamini and Hochberg over all that are ranked
     */
    public record Ranked<T>(T name, Spectrum spectrum, double p, double q) {

        /** To twelve decimals, so that scores which differ by rounding only are equal. */
        private double score() {
            return Math.rint(Objects.requireNonNull(spectrum.ochiai()) * TWELVE_DECIMALS);
        }
    }

    /** The highest Ochiai score first, then the smallest p, then by name. Empty when no run failed or none passed. */
    public static <T extends Comparable<? super T>> List<Ranked<T>> of(
            SortedMap<T, Spectrum> spectra, Support support) {
        List<Map.Entry<T, Spectrum>> supported = spectra.entrySet().stream()
                .filter(entry -> support.isMet(entry.getValue()))
                .toList();
        List<Double> p =
                supported.stream().map(entry -> entry.getValue().pGreater()).toList();
        List<Double> q = MultipleTesting.benjaminiHochberg(p);
        List<Ranked<T>> ranking = new ArrayList<>();
        for (int i = 0; i < supported.size(); i++) {
            ranking.add(new Ranked<>(supported.get(i).getKey(), supported.get(i).getValue(), p.get(i), q.get(i)));
        }
        ranking.sort(Comparator.comparing((Ranked<T> ranked) -> -ranked.score())
                .thenComparing(Ranked::p)
                .thenComparing(Ranked::name));
        return List.copyOf(ranking);
    }
}
