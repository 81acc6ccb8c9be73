package dev.callsheet.privacy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Redacts the texts of records and counts what was replaced in all of them. For several threads. */
public final class TextRedactor {

    private final Redactor redactor = new Redactor();
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    public TextRedactor() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /**
     * Makes the redacted copy of a record. Numbering starts anew with it.
     *
     * @param copy given what redacts a text; applies it in the order of the texts, which is that of the numbers
     */
    public <T> T redacted(Function<UnaryOperator<String>, T> copy) {
        Redactor.Session session = redactor.session();
        T redacted = copy.apply(session::redact);
        count(session);
        return redacted;
    }

    /** The same of a record that stays what it is when there is nothing to replace. */
    <T> T redacted(T original, Function<Redactor.Session, T> copy) {
        Redactor.Session session = redactor.session();
        T redacted = copy.apply(session);
        count(session);
        return session.counts().isEmpty() ? original : redacted;
    }

    /**
     * How many replacements stand in the texts so far, by kind ({@code card}, {@code email}, {@code key}, {@code phone}),
     * 0 included; also those that an earlier redaction made.
     */
    public SortedMap<String, Long> counts() {
        SortedMap<String, Long> result = new TreeMap<>();
        counts.forEach((kind, count) -> result.put(kind.word(), count.sum()));
        return Collections.unmodifiableSortedMap(result);
    }

    private void count(Redactor.Session session) {
        session.counts()
                .forEach((kind, replacements) ->
                        Objects.requireNonNull(counts.get(kind)).add(replacements));
    }
}
