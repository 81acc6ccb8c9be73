package dev.callsheet.site;

import dev.callsheet.metrics.FetchNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader of the first page must know of its data before anything else.
 *
 * @param more where more is said of it; null where there is nothing more, or it cannot be reached
 */
public record Notice(String text, @Nullable Link more) {

    public Notice {
        more = more == null || more.href() == null ? null : more;
    }

    /** What is not whole in the input, then what is not in the report's memory, then what the gate leaves out,
     * then what the vendor promotes. */
    static List<Notice> all(PageContext context) {
        List<Notice> notices = new ArrayList<>();
        FetchNumbers fetch = context.report().analysis().fetch();
        // Of a fetch that was killed nobody knows the names.
        String more = fetch == null || fetch.missing().isEmpty() ? "What to do" : "What is missing, by name";
        for (String sentence : FetchWords.sentences(fetch)) {
            notices.add(new Notice(sentence, notices.isEmpty() ? context.link(SitePaths.PROBLEMS, more) : null));
        }
        HistoryWords.notices(context.report()).forEach(sentence -> notices.add(new Notice(sentence, null)));
        MuteWords.notices(context.report().gate(), context::label)
                .forEach(sentence -> notices.add(new Notice(sentence, null)));
        PromotionWords.tonight(context.report().analysis(), context::label)
                .forEach(promotion -> notices.add(new Notice(
                        promotion.sentence(),
                        context.link(SitePaths.batch(promotion.batch().id()), "The batch"))));
        return notices;
    }
}
