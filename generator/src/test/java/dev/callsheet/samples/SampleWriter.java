package dev.callsheet.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the files of {@code samples/}: the newest three nights as one file a run, to browse; older nights as one file a
 * night, one run a line, most of them packed; of the oldest nights only the batches. The list of runs is its first page.
 */
final class SampleWriter {

    /** How many simulation sets there are. */
    static final int SETS = 2;

    private static final LocalDate SAVED_TWICE = LocalDate.of(2026, 4, 11);
    private static final LocalDate BROWSABLE_SINCE = LocalDate.of(2026, 4, 12);
    private static final LocalDate UNPACKED_SINCE = LocalDate.of(2026, 4, 9);
    private static final int LIST_LIMIT = 50;

    private SampleWriter() {}

    /** Every file but the README by its path, in order. */
    static SortedMap<String, byte[]> files(Story story) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (SampleScenario scenario : story.defined()) {
            put(files, "scenarios/" + scenario.key() + ".json", ScenarioShapes.scenario(scenario));
        }
        for (LocalDate night : story.nights()) {
            if (isBrowsable(night)) {
                story.runsOf(night)
                        .forEach(run -> put(files, "runs/" + night + "/" + run.key() + ".json", RunShapes.detail(run)));
            } else if (!night.isBefore(Story.FULL_SINCE)) {
                putLines(files, "runs/" + night, night.isBefore(UNPACKED_SINCE), fullRuns(story, night));
            }
        }
        putBatches(files, story);
        for (LocalDate night : List.of(story.lastNight().minusDays(1), story.lastNight())) {
            boolean last = night.equals(story.lastNight());
            List<SampleRun> batch = story.runsOf(SampleBatch.nightly(night));
            put(files, "simulation-sets/" + night + ".json", SimulationSetShapes.simulationSet(night, batch, last));
        }
        List<SampleRun> newest = story.runsOf(SampleBatch.nightly(story.lastNight()));
        put(files, "runs-list-" + story.lastNight() + ".json", list(newest, contradicted(story)));
        return files;
    }

    /** The run of which the list says one turn less than the run's own document. */
    static SampleRun contradicted(Story story) {
        return story.runsOf(SampleBatch.nightly(story.lastNight())).get(0);
    }

    /** The runs that stand twice in the file of their night. */
    static List<SampleRun> savedTwice(Story story) {
        return story.runsOf(SAVED_TWICE).subList(0, 5);
    }

    private static List<ObjectNode> fullRuns(Story story, LocalDate night) {
        List<SampleRun> again = night.equals(SAVED_TWICE) ? savedTwice(story) : List.of();
        return Stream.concat(story.runsOf(night).stream(), again.stream())
                .map(RunShapes::detail)
                .toList();
    }

    private static void putBatches(SortedMap<String, byte[]> files, Story story) {
        List<ObjectNode> packed = new ArrayList<>();
        for (SampleBatch batch : story.batches()) {
            ObjectNode document = RunShapes.batch(batch, story.runsOf(batch));
            boolean nightly = batch.equals(SampleBatch.nightly(batch.night()));
            if (nightly && !isBrowsable(batch.night()) && !batch.night().isBefore(Story.FULL_SINCE)) {
                packed.add(document);
            } else {
                boolean last = nightly && batch.night().equals(story.lastNight());
                put(files, "batches/" + batch.key() + ".json", last ? envelope(document) : document);
            }
            if (batch.equals(Story.BY_HAND)) {
                put(
                        files,
                        "batches/" + batch.key() + "-webhook.json",
                        document.deepCopy().put("status", "PASSED"));
            }
        }
        putLines(files, "batches/older", true, packed);
    }

    private static boolean isBrowsable(LocalDate night) {
        return !night.isBefore(BROWSABLE_SINCE);
    }

    private static void putLines(SortedMap<String, byte[]> files, String path, boolean packed, List<ObjectNode> lines) {
        byte[] content = utf8(Shapes.lines(lines));
        files.put(path + (packed ? ".ndjson.gz" : ".ndjson"), packed ? gzip(content) : content);
    }

    /** Writes the files below a directory. */
    static void write(SortedMap<String, byte[]> files, Path directory) throws IOException {
        for (var file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
    }

    private static ObjectNode list(List<SampleRun> runs, SampleRun contradicted) {
        ObjectNode json = Shapes.object();
        ArrayNode entries = json.putArray("runs");
        for (SampleRun run : runs.subList(0, LIST_LIMIT)) {
            int turns = run.call().chat().size();
            entries.add(RunShapes.inList(run, run.equals(contradicted) ? turns - 1 : turns));
        }
        return json.put("total_count", runs.size());
    }

    /** The wrapping in which the API really answers. */
    private static ObjectNode envelope(ObjectNode document) {
        ObjectNode json = Shapes.object();
        json.set("data", document);
        json.putNull("errors");
        return json;
    }

    private static void put(SortedMap<String, byte[]> files, String path, ObjectNode document) {
        files.put(path, utf8(Shapes.pretty(document)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
