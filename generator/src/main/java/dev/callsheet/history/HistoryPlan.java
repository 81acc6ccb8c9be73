package dev.callsheet.history;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What is handed on to the next report.
 *
 * @param files by name
 * @param sealedNow nights of which tallies are kept from now on, and runs were until now; oldest first
 * @param dropped nights of which nothing is kept; oldest first
 */
public record HistoryPlan(List<Kept> files, List<LocalDate> sealedNow, List<LocalDate> dropped) {

    public HistoryPlan {
        files = files.stream().sorted(Comparator.comparing(Kept::name)).toList();
        sealedNow = List.copyOf(sealedNow);
        dropped = List.copyOf(dropped);
    }

    /**
     * Plans what to keep of all that is known.
     *
     * @param corpus the union of the input and of what was read
     * @param nightOf the night of a run; null for those that belong to none
     * @param calendar the night of an instant
     * @param read the files that were read
     */
    public static HistoryPlan of(
            Corpus corpus,
            Function<CorpusRun, @Nullable LocalDate> nightOf,
            Function<Instant, LocalDate> calendar,
            List<ReadFile> read,
            Keep keep) {
        if (keep.readonly()) {
            return new HistoryPlan(HandedOn.all(read), List.of(), List.of());
        }
        return new Budget(new Ledger(corpus, nightOf, calendar, read, keep), keep).plan();
    }

    /** The content of {@code index.json}, which names the files. */
    public byte[] index() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.generator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("schema", "callsheet.history-index/1");
            out.writeArrayPropertyStart("files");
            for (Kept file : files) {
                out.writeStartObject();
                out.writeStringProperty("name", file.name());
                out.writeStringProperty("stream", file.stream());
                out.writeStringProperty(
                        "night", file.night() == null ? null : file.night().toString());
                out.writeBooleanProperty("sealed", file.sealed());
                out.writeNumberProperty("runs", file.runs());
                out.writeNumberProperty("bytes", file.content().length);
                out.writeStringProperty("sha256", Sha256.hex(file.content()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
