package dev.callsheet.cli;

import dev.callsheet.config.FetchSettings;
import dev.callsheet.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code callsheet fetch}. */
final class FetchOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Directory that results are kept in; what is there and final is not fetched again (default: data).")
    @Nullable
    String output;

    @Option(
            names = "--pathway",
            paramLabel = "ID",
            description =
                    "Only scenarios and runs of this pathway; may be repeated, also beside --persona and --scenario.")
    List<String> pathways = List.of();

    @Option(names = "--persona", paramLabel = "ID", description = "Only scenarios and runs of this persona.")
    List<String> personas = List.of();

    @Option(names = "--scenario", paramLabel = "ID", description = "Only this scenario and its runs.")
    List<String> scenarios = List.of();

    @Option(
            names = "--run",
            paramLabel = "ID",
            description =
                    "This run. With --run, --batch or --simulation-set alone only those are fetched, and what they name.")
    List<String> runs = List.of();

    @Option(names = "--batch", paramLabel = "ID", description = "This batch with its runs.")
    List<String> batches = List.of();

    @Option(
            names = "--simulation-set",
            paramLabel = "ID",
            description = "This simulation set; the API has no list of them.")
    List<String> simulationSets = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only runs created since: 24h, 7d, or a moment such as 2026-04-14T00:00:00Z (default: none).")
    @Nullable
    String since;

    @Option(names = "--refresh", description = "Fetch again what is there and final.")
    boolean refresh;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Wait so long for the named batches and simulation sets to finish: 30m (default: none).")
    @Nullable
    String wait;

    @Option(
            names = "--transcripts",
            paramLabel = "redacted|none|full",
            description = "What is kept of the texts of calls (default: redacted).")
    @Nullable
    String transcripts;

    @Option(names = "--concurrency", paramLabel = "N", description = "Requests at a time, 1 to 32 (default: 4).")
    @Nullable
    String concurrency;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "How long a fetch may take; what is not there by then is missing (default: 30m).")
    @Nullable
    String deadline;

    /** Adds those that were given, and are settings. */
    void addTo(Map<Setting<?>, String> flags) {
        Flags.put(flags, FetchSettings.OUTPUT, output);
        Flags.putEach(flags, FetchSettings.PATHWAYS, pathways);
        Flags.putEach(flags, FetchSettings.PERSONAS, personas);
        Flags.putEach(flags, FetchSettings.SCENARIOS, scenarios);
        Flags.putEach(flags, FetchSettings.SIMULATION_SETS, simulationSets);
        Flags.put(flags, FetchSettings.SINCE, since);
        Flags.put(flags, FetchSettings.WAIT, wait);
        Flags.put(flags, FetchSettings.TRANSCRIPTS, transcripts);
        Flags.put(flags, FetchSettings.CONCURRENCY, concurrency);
        Flags.put(flags, FetchSettings.DEADLINE, deadline);
    }

    /** Whether the API is asked for what there is: unless records are named, and nothing else. */
    boolean discovers() {
        boolean names = Stream.of(runs, batches, simulationSets).anyMatch(ids -> !ids.isEmpty());
        boolean filters = Stream.of(pathways, personas, scenarios).anyMatch(ids -> !ids.isEmpty()) || since != null;
        return filters || !names;
    }
}
