package dev.callsheet.cli;

import dev.callsheet.fetch.Redaction;
import dev.callsheet.privacy.TextRedactor;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a fetch keeps is redacted as everything is that a report shows. */
final class FetchRedaction implements Redaction {

    private final TextRedactor redactor = new TextRedactor();

    @Override
    public <T> T redacted(Function<UnaryOperator<String>, T> copy) {
        return redactor.redacted(copy);
    }

    @Override
    public SortedMap<String, Long> counts() {
        return redactor.counts();
    }
}
