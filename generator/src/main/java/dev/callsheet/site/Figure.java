package dev.callsheet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart on a page, or the reason why there is none.
 *
 * @param id of the figure's element, unique on its page
 * @param title what is drawn, in a few words
 * @param src link to its file; null when there is no chart
 * @param width of the picture in px, as is height
 * @param finding what the chart shows, in a sentence, or why there is none
 * @param numbers the same values as a table; may be empty
 */
public record Figure(
        String id, String title, @Nullable String src, int width, int height, String finding, Table numbers) {

    /** The same without its numbers, for a page that shows them beside it. */
    Figure alone() {
        return new Figure(id, title, src, width, height, finding, new Table("", List.of(), List.of()));
    }
}
