package dev.callsheet.history;

import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Place;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file of {@code callsheet.history/1} that follow its header. */
final class ReaderV1 {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final boolean sealed;
    private final Place file;
    private final Texts texts;
    private final HistorySink sink;
    private final DictionaryV1 dictionary;
    private final TalliesV1 tallies = new TalliesV1();
    private final Map<ToneDimension, Score> tone = new EnumMap<>(ToneDimension.class);
    private final Set<String> documents = new LinkedHashSet<>();
    private long runs;
    private long nextRun;

    /**
     * @param file the place of every run, one instance
     * @param texts shared by all files
     */
    ReaderV1(boolean sealed, Place file, Texts texts, HistorySink sink) {
        this.sealed = sealed;
        this.file = file;
        this.texts = texts;
        this.sink = sink;
        dictionary = new DictionaryV1(texts);
    }

    /**
     * Reads one line and hands over what it holds.
     *
     * @throws tools.jackson.core.JacksonException for what is no JSON; nothing of the line is used then, nor when it
     *     is bad otherwise
     */
    void line(byte[] bytes, int from, int length) throws BadLineException {
        try (LineTokens line = new LineTokens(bytes, from, length, texts)) {
            String name = line.startObject();
            if (DocumentsV1.isDocument(name)) {
                DocumentsV1.read(name, Json.tree(bytes, from, length), file, texts)
                        .accept(sink);
                documents.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            } else if (sealed && name.equals(FormatV1.TALLY)) {
                tallies.read(line);
            } else if (!sealed && name.equals(FormatV1.RUNS)) {
                runs(line);
            } else if (sealed || !dictionary.read(name, line)) {
                throw new BadLineException("a line of " + (sealed ? "a sealed file" : "a file of runs"));
            }
        }
    }

    private void runs(LineTokens line) throws BadLineException {
        line.startArray();
        long number = line.whole(Entries.MOST);
        if (number < nextRun) {
            throw new BadLineException("runs that are new");
        }
        List<RunFacts> read = new ArrayList<>();
        while (line.hasElement()) {
            line.enterCurrentArray();
            read.add(run(line, dictionary.runKey(number)));
            number++;
        }
        line.endObject();
        line.endLine();
        nextRun = number;
        runs += read.size();
        read.forEach(sink::run);
    }

    private RunFacts run(LineTokens line, String key) throws BadLineException {
        GroupV1<Assertions> group = dictionary.group(line.whole(Entries.MOST));
        RunStatus status = FormatV1.status(line.plain());
        String statusText = line.lineOrNull();
        Instant createdAt = line.instantOrNull();
        long score = line.billionthsOrNull(Score.ONE);
        long turns = line.wholeOrNull(Integer.MAX_VALUE);
        long duration = line.wholeOrNull(DAY_MS);
        ToneScores toneScores = tone(line);
        String verdicts = line.plain();
        List<AssertionResult> results = group.assertions()
                .results(verdicts, scores(line, group.assertions().size()));
        List<String> nodes = nodes(line);
        long current = line.wholeOrNull(Entries.MOST);
        line.endArray();
        return new RunFacts(
                group.origin(),
                file,
                key,
                group.scenarioId(),
                group.scenarioName(),
                group.pathwayId(),
                group.personaId(),
                group.batchId(),
                group.deniesBatch(),
                status,
                statusText == null ? FormatV1.word(status) : statusText,
                score < 0 ? null : texts.score(score),
                turns < 0 ? null : (Integer) (int) turns,
                duration < 0 ? null : (Long) duration,
                createdAt,
                group.version(),
                toneScores,
                results,
                nodes,
                current < 0 ? null : dictionary.node(current));
    }

    private ToneScores tone(LineTokens line) throws BadLineException {
        tone.clear();
        for (ToneDimension dimension : FormatV1.TONE) {
            long billionths = line.billionthsOrNull(Score.ONE);
            if (billionths >= 0) {
                tone.put(dimension, texts.score(billionths));
            }
        }
        return tone.isEmpty() ? ToneScores.NONE : new ToneScores(tone);
    }

    private static long @Nullable [] scores(LineTokens line, int size) throws BadLineException {
        if (line.isNullOrEntersArray()) {
            return null;
        }
        long[] scores = new long[size];
        for (int i = 0; i < size; i++) {
            scores[i] = line.billionthsOrNull(Score.ONE);
        }
        line.endArray();
        return scores;
    }

    private List<String> nodes(LineTokens line) throws BadLineException {
        List<String> nodes = new ArrayList<>();
        line.startArray();
        while (line.hasElement()) {
            nodes.add(dictionary.node(line.currentWhole(Entries.MOST)));
        }
        return List.copyOf(nodes);
    }

    /** Runs read so far, or counted by the tallies read so far. */
    long runs() {
        return sealed ? tallies.runs() : runs;
    }

    Set<String> documents() {
        return documents;
    }

    /** After the last line: hands over the tallies. */
    void end(Header header) {
        if (sealed && header.night() != null) {
            tallies.night(file, header.night()).ifPresent(sink::sealedNight);
        }
    }
}
