package dev.callsheet.testing;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.SealedNight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Loads what is given and closes it after the test. */
public final class Corpora implements AfterEachCallback {

    private final List<Corpus> open = new ArrayList<>();

    public Corpus of(Given... records) {
        return of(List.of(records));
    }

    public Corpus of(List<? extends Given> records) {
        return withPast(List.of(), List.of(), records);
    }

    /**
     * Loads records beside what earlier reports kept.
     *
     * @param past what they kept, one record each
     * @param sealedNights of which they kept tallies only
     */
    public Corpus withPast(List<? extends Given> past, List<SealedNight> sealedNights, List<? extends Given> records) {
        try {
            CorpusBuilder builder = new CorpusBuilder();
            past.forEach(record -> record.to(new Remembering(builder.past())));
            sealedNights.forEach(builder.past()::sealedNight);
            records.forEach(record -> record.to(builder));
            Corpus corpus = builder.build();
            open.add(corpus);
            return corpus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads records beside a run that was kept just as it is, under its own id. */
    public Corpus withPastFacts(RunFacts past, Given... records) {
        try {
            CorpusBuilder builder = new CorpusBuilder();
            builder.past().run(past);
            List.of(records).forEach(record -> record.to(builder));
            Corpus corpus = builder.build();
            open.add(corpus);
            return corpus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Corpus corpus : open) {
            corpus.close();
        }
        open.clear();
    }
}
