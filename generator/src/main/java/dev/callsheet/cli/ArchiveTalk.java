package dev.callsheet.cli;

import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.site.FetchWords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the console says of how the input was fetched: all of it, or what is missing, which no one must overlook. */
final class ArchiveTalk {

    private ArchiveTalk() {}

    /** @param fetch null when nothing was fetched, and nothing is said */
    static void said(@Nullable FetchNumbers fetch, Console console) {
        if (fetch != null && fetch.complete()) {
            console.stage(String.join(", ", FetchWords.brief(fetch)));
        }
        FetchWords.sentences(fetch).forEach(sentence -> console.error("fetch: " + asPart(sentence)));
    }

    /** Without capital and stop. */
    private static String asPart(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1, sentence.length() - 1);
    }
}
