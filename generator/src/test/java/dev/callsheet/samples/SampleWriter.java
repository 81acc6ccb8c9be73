package dev.callsheet.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the files of {@code samples/}: the newest two nights as one file a run, to browse; older nights as one file a
 * night, one run a line, the oldest of them packed.
 */
final class SampleWriter {

    /** How many of the newest nights have a file for each run, and a simulation set. */
    static final int BROWSABLE_NIGHTS = 2;

    private SampleWriter() {}

    /** Every file but the README by its path, in order. */
    static SortedMap<String, byte[]> files(Story story) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (SampleScenario scenario : story.scenarios()) {
            put(files, "scenarios/" + scenario.key() + ".json", ScenarioShapes.scenario(scenario));
        }
        List<LocalDate> nights = story.nights();
        for (LocalDate night : nights) {
            boolean last = night.equals(story.lastNight());
            List<SampleRun> batch = story.batchOf(night);
            ObjectNode document = RunShapes.batch(night, batch, last);
            put(files, "batches/" + night + ".json", last ? envelope(document) : document);
            if (nights.indexOf(night) >= nights.size() - BROWSABLE_NIGHTS) {
                story.runsOf(night)
                        .forEach(run -> put(files, "runs/" + night + "/" + run.key() + ".json", RunShapes.detail(run)));
                put(files, "simulation-sets/" + night + ".json", SimulationSetShapes.simulationSet(night, batch, last));
            } else {
                byte[] lines = utf8(Shapes.lines(
                        story.runsOf(night).stream().map(RunShapes::detail).toList()));
                boolean packed = night.equals(nights.get(0));
                files.put("runs/" + night + (packed ? ".ndjson.gz" : ".ndjson"), packed ? gzip(lines) : lines);
            }
        }
        LocalDate night = story.lastNight();
        put(files, "runs-list-" + night + ".json", list(story.batchOf(night), contradicted(story)));
        return files;
    }

    /** The run of which the list says one turn less than the run's own document. */
    static SampleRun contradicted(Story story) {
        return story.batchOf(story.lastNight()).get(0);
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
        for (SampleRun run : runs) {
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
