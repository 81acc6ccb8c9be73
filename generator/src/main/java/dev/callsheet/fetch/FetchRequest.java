package dev.callsheet.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be fetched.
 *
 * @param discover whether lists are asked for what there is; without it only what is named, and what that names
 * @param pathways whose scenarios and runs are asked for; with no pathway, persona and scenario all are
 * @param personas likewise
 * @param scenarios likewise
 * @param runs by id
 * @param batches by id, with their runs
 * @param simulationSets by id
 * @param since runs of lists that were created before are left out; null to have all
 * @param refresh whether what is finished and kept already is asked for again
 * @param patience how long to wait for the named batches and simulation sets to finish; zero to take them as they are
 */
public record FetchRequest(
        boolean discover,
        List<String> pathways,
        List<String> personas,
        List<String> scenarios,
        List<String> runs,
        List<String> batches,
        List<String> simulationSets,
        @Nullable Instant since,
        boolean refresh,
        Duration patience,
        Transcripts transcripts) {

    public FetchRequest {
        pathways = distinct(pathways);
        personas = distinct(personas);
        scenarios = distinct(scenarios);
        runs = distinct(runs);
        batches = distinct(batches);
        simulationSets = distinct(simulationSets);
    }

    private static List<String> distinct(List<String> ids) {
        return ids.stream().distinct().toList();
    }

    FetchRequest reachingBackTo(@Nullable Instant earlier) {
        return new FetchRequest(
                discover,
                pathways,
                personas,
                scenarios,
                runs,
                batches,
                simulationSets,
                earlier,
                refresh,
                patience,
                transcripts);
    }
}
