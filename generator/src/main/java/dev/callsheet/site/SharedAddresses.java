package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.output.SafePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds records whose pages would have one address. Addresses end in 32 bits of hash, so this does not happen by
 * chance, but two ids can be made to agree. The first record keeps the page; the figures count both.
 */
public final class SharedAddresses {

    private final Map<SafePath, String> owners = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private SharedAddresses() {}

    /** One problem for each record that has lost its page. */
    public static List<Problem> of(Analysis analysis) {
        SharedAddresses addresses = new SharedAddresses();
        for (ScenarioNumbers scenario : analysis.scenarios()) {
            addresses.claim(scenario.id(), SitePaths::scenario, place(scenario));
            scenario.runs()
                    .forEach(run -> addresses.claim(
                            run.id(), SitePaths::run, run.facts().place()));
        }
        for (BatchNumbers batch : analysis.batches()) {
            addresses.claim(batch.id(), SitePaths::batch, place(batch));
        }
        analysis.sets()
                .forEach(set -> addresses.claim(
                        set.set().id(), SitePaths::simulationSet, set.set().place()));
        return List.copyOf(addresses.problems);
    }

    private static @Nullable Place place(ScenarioNumbers scenario) {
        if (scenario.definition() != null) {
            return scenario.definition().place();
        }
        return scenario.runs().isEmpty() ? null : scenario.runs().get(0).facts().place();
    }

    private static @Nullable Place place(BatchNumbers batch) {
        if (batch.document() != null) {
            return batch.document().place();
        }
        return batch.runs().isEmpty() ? null : batch.runs().get(0).facts().place();
    }

    private void claim(String id, Function<String, SafePath> address, @Nullable Place place) {
        SafePath path = address.apply(id);
        String owner = owners.putIfAbsent(path, id);
        if (owner != null && !owner.equals(id) && place != null) {
            problems.add(new Problem(
                    Problem.Kind.DOUBTFUL,
                    Problem.Severity.WARNING,
                    place,
                    id,
                    "an id whose page has an address of its own",
                    "the address of " + owner,
                    "it is counted, but the page shows the other one"));
        }
    }
}
