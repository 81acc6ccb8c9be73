package dev.callsheet.cli;

import dev.callsheet.cli.Console.Verbosity;
import dev.callsheet.config.Configuration;
import dev.callsheet.config.ConfigurationException;
import dev.callsheet.config.Setting;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.history.HistoryPlan;
import dev.callsheet.history.Kept;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.output.MemoryTree;
import dev.callsheet.render.data.DataFiles;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.source.SourceNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes reports without their pages, as the program does, each with the history that the one before kept.
 *
 * @param directory of the configuration and of what is kept
 * @param settings beside those of the configuration file
 */
record Rounds(Path directory, Map<Setting<?>, String> settings) {

    Rounds(Path directory) {
        this(directory, Map.of());
    }

    /** With another setting. */
    Rounds with(Setting<?> setting, String value) {
        Map<Setting<?>, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Rounds(directory, more);
    }

    /** What is told of nights together, as of the last. */
    Round atOnce(List<Night> nights) {
        return round(nights.stream().map(Night::source).toList(), List.of(), nights.get(nights.size() - 1));
    }

    /** What is told of nights that come one after another, each with what is kept of those before it. */
    Round oneAfterAnother(List<Night> nights) {
        return oneAfterAnother(nights, (night, round) -> {});
    }

    /** @param each is handed every night with what is told of it */
    Round oneAfterAnother(List<Night> nights, BiConsumer<Night, Round> each) {
        Round last = null;
        for (Night night : nights) {
            last = round(List.of(night.source()), last == null ? List.of() : List.of(last.kept(directory)), night);
            each.accept(night, last);
        }
        return Objects.requireNonNull(last);
    }

    private Round round(List<Path> sources, List<Path> history, Night night) {
        try {
            Configuration configuration = configuration(history);
            Console console = new Console(io(), Verbosity.QUIET);
            Memory memory = Memory.find(configuration.history(), directory, () -> "x");
            Loader.Loaded loaded = Loader.load(
                    sources.stream().map(Path::toString).toList(),
                    InputStream.nullInputStream(),
                    configuration.aliases(),
                    memory,
                    console);
            try (Corpus corpus = loaded.corpus()) {
                Analysis analysis = loaded.analysis(configuration, night.generatedAt());
                HistoryPlan plan = memory.plan(corpus, analysis, configuration.calendar());
                HistoryNumbers.Pages pages = new PageBudget(corpus, analysis.nights())
                        .newest(
                                configuration.pages().maxNights(),
                                configuration.site().maxBytes());
                Report report = loaded.report(
                        configuration, night.generatedAt(), analysis, memory.numbers(analysis, plan, pages));
                MemoryTree tree = new MemoryTree();
                DataFiles.write(report, corpus, tree);
                return new Round(JsonMapper.shared().readTree(tree.text("data/report.json")), plan);
            }
        } catch (ConfigurationException | SourceNotFoundException | IncompleteException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration configuration(List<Path> history) throws ConfigurationException {
        Map<Setting<?>, String> flags = new HashMap<>(settings);
        if (!history.isEmpty()) {
            StringBuilder sources = new StringBuilder();
            history.forEach(source -> sources.append(source).append('\n'));
            flags.put(Setting.HISTORY_FROM, sources.toString());
        }
        return Configuration.read(directory, null, Map.of(), flags);
    }

    private Io io() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Io(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Map.of(),
                directory,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                false);
    }

    /** What comes in one night. */
    record Night(Path source, Instant generatedAt) {}

    /** What is told, and what is kept. */
    record Round(JsonNode report, HistoryPlan plan) {

        /** The files that are kept, in a directory of their own. */
        Path kept(Path below) {
            try {
                Path kept = Files.createTempDirectory(below, "kept");
                for (Kept file : plan.files()) {
                    Files.write(kept.resolve(file.name()), file.content());
                }
                Files.write(kept.resolve("index.json"), plan.index());
                return kept;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
