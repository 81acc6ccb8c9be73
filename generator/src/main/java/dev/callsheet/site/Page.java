package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page ready to be rendered.
 *
 * @param template its template's name
 * @param frame what surrounds the content on every page
 * @param view the content; a record that the template knows
 */
public record Page(SafePath path, String template, Frame frame, Object view) {

    /**
     * The chrome of a page.
     *
     * @param title of the browser's tab
     * @param stylesheet link to the style sheet
     * @param script link to the script
     * @param find link to what the script searches
     * @param when the night and the time of the data; null on pages that stand for themselves
     * @param wholeness what was left out and where the data came from; null on the same pages
     * @param bar the links of the navigation bar
     * @param siblings the pages under the same word of the bar, this one among them; empty where there are none
     * @param crumbs from the top down, without the page itself
     * @param footer links of the footer
     * @param preview what is shown of a link to the page; null for most pages
     */
    public record Frame(
            String title,
            String stylesheet,
            String script,
            String find,
            @Nullable String when,
            @Nullable String wholeness,
            List<Link> bar,
            List<Link> siblings,
            List<Link> crumbs,
            List<Link> footer,
            @Nullable Preview preview) {

        /** The same of a page whose links may be shown with a preview. */
        Frame with(@Nullable Preview of) {
            return new Frame(title, stylesheet, script, find, when, wholeness, bar, siblings, crumbs, footer, of);
        }
    }
}
