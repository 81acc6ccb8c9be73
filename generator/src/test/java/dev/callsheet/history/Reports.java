package dev.callsheet.history;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.model.Place;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.Sha256;
import dev.callsheet.testing.Given;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes reports of what is given and of the history files of earlier ones, and closes them after the test. */
final class Reports implements AfterEachCallback {

    static final Keep MAIN = new Keep("main", ZoneOffset.UTC, LocalTime.MIDNIGHT, false, 400, 40_000_000);

    private final List<Corpus> open = new ArrayList<>();

    static Keep stream(String name) {
        return new Keep(name, MAIN.zone(), MAIN.nightStarts(), false, MAIN.maxNights(), MAIN.maxBytes());
    }

    static Keep nightsOf(String zone, String start) {
        return new Keep(
                MAIN.stream(), ZoneId.of(zone), LocalTime.parse(start), false, MAIN.maxNights(), MAIN.maxBytes());
    }

    static Keep atMost(int nights, long bytes) {
        return new Keep(MAIN.stream(), MAIN.zone(), MAIN.nightStarts(), false, nights, bytes);
    }

    static Keep readonly() {
        return new Keep(MAIN.stream(), MAIN.zone(), MAIN.nightStarts(), true, MAIN.maxNights(), MAIN.maxBytes());
    }

    /** The first report of all. */
    Report first(Keep keep, Given... records) {
        return of(List.of(), keep, records);
    }

    Report of(List<RawFile> history, Keep keep, Given... records) {
        return of(history, keep, List.of(records));
    }

    Report of(List<RawFile> history, Keep keep, List<? extends Given> records) {
        try {
            CorpusBuilder builder = new CorpusBuilder();
            List<ReadFile> read = HistoryReader.read(history, keep.stream(), builder.past());
            records.forEach(record -> record.to(builder));
            Corpus corpus = builder.build();
            open.add(corpus);
            NightCalendar calendar = new NightCalendar(keep.zone(), keep.nightStarts());
            HistoryPlan plan = HistoryPlan.of(corpus, run -> night(run, calendar), calendar::nightOf, read, keep);
            return new Report(corpus, read, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable LocalDate night(CorpusRun run, NightCalendar calendar) {
        return run.facts().createdAt() == null
                ? null
                : calendar.nightOf(run.facts().createdAt());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Corpus corpus : open) {
            corpus.close();
        }
        open.clear();
    }

    /** A report, and what it hands on. */
    record Report(Corpus corpus, List<ReadFile> read, HistoryPlan plan) {

        /** The files as the next report finds them. */
        List<RawFile> files() {
            return plan.files().stream()
                    .map(file -> new RawFile(file.name(), "data/history/" + file.name(), file.content()))
                    .toList();
        }

        List<String> names() {
            return plan.files().stream().map(Kept::name).toList();
        }

        /** Nights of which a file is handed on, each as often as there are files. */
        List<String> nights() {
            return plan.files().stream()
                    .map(file -> String.valueOf(file.night()))
                    .toList();
        }

        List<String> sealedNights() {
            return plan.files().stream()
                    .filter(Kept::sealed)
                    .map(file -> String.valueOf(file.night()))
                    .toList();
        }

        Kept file(String night) {
            return plan.files().stream()
                    .filter(file -> night.equals(String.valueOf(file.night())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no file of " + night + " among " + names()));
        }

        RawFile raw(String night) {
            Kept file = file(night);
            return new RawFile(file.name(), "data/history/" + file.name(), file.content());
        }

        long runs() {
            return plan.files().stream().mapToLong(Kept::runs).sum();
        }

        long bytes() {
            return plan.files().stream()
                    .mapToLong(file -> file.content().length)
                    .sum();
        }

        /** What is known of runs, by key: the same for whoever knows them, wherever from. */
        Map<String, RunFacts> facts() {
            Map<String, RunFacts> facts = new TreeMap<>();
            for (CorpusRun run : corpus.runs()) {
                String key = run.past() ? run.id() : RunKey.of(run.id());
                facts.put(key, Given.moved(run.facts(), new Place("", null, "")).withId(key));
            }
            return facts;
        }
    }

    /** The content of files by name, in words that can be compared. */
    static Map<String, String> contents(List<RawFile> files) {
        Map<String, String> contents = new TreeMap<>();
        files.forEach(file -> contents.put(file.name(), Sha256.hex(file.content())));
        return contents;
    }

    /** The same file without its end. */
    static RawFile cut(RawFile file) {
        return new RawFile(file.name(), file.place(), Arrays.copyOf(file.content(), file.content().length * 15 / 16));
    }

    /** The same file at another place, such as another job's site. */
    static RawFile from(String source, RawFile file) {
        return new RawFile(file.name(), source + "/" + file.name(), file.content());
    }

    /** The same file under its old name with a word of it replaced, and packed loosely. */
    static RawFile edited(RawFile file, String word, String by) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file.content()))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!text.contains(word)) {
                throw new AssertionError("no " + word + " in " + text);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = new LoosePacking(bytes)) {
                out.write(text.replace(word, by).getBytes(StandardCharsets.UTF_8));
            }
            return new RawFile(file.name(), file.place(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LoosePacking extends GZIPOutputStream {
        LoosePacking(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
