package dev.callsheet.metrics;

import dev.callsheet.stats.Spectrum;
import dev.callsheet.stats.SpectrumRanking;
import dev.callsheet.stats.Vectors;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Nodes: from a vector's input to the numbers that its "expected" names. */
public final class NodeOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME =
            Map.of("sbfl", NodeOracles::spectrum, "sbfl_ranking", NodeOracles::ranking);

    private NodeOracles() {}

    private static Object spectrum(JsonNode input) {
        Spectrum spectrum = new Spectrum(
                input.path("ef").longValue(),
                input.path("ep").longValue(),
                input.path("failed").longValue(),
                input.path("passed").longValue());
        return Vectors.numbers(
                "tarantula", spectrum.tarantula(),
                "ochiai", spectrum.ochiai(),
                "dstar2", spectrum.dstar2(),
                "jaccard", spectrum.jaccard(),
                "p_fisher_greater", spectrum.pGreater(),
                "log_odds", spectrum.logOdds().value(),
                "log_odds_z", spectrum.logOdds().z());
    }

    private static Object ranking(JsonNode input) {
        Spectra<String> spectra = new Spectra<>();
        for (JsonNode run : input.path("runs")) {
            spectra.add(
                    run.path("nodes").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
                    run.path("passed").booleanValue());
        }
        SpectrumRanking.Support support = new SpectrumRanking.Support(
                input.path("min_failed_visits").longValue(),
                input.path("min_visits").longValue());
        return Map.of(
                "ranking",
                SpectrumRanking.of(spectra.all(), support).stream()
                        .map(ranked -> Vectors.numbers(
                                "node", ranked.name(),
                                "ef", ranked.spectrum().ef(),
                                "ep", ranked.spectrum().ep(),
                                "ochiai", ranked.spectrum().ochiai(),
                                "p", ranked.p(),
                                "q", ranked.q()))
                        .toList());
    }
}
