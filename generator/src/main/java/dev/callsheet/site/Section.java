package dev.callsheet.site;

import java.util.List;

/**
 * A heading with a table under it.
 *
 * @param id of the section's element, unique on its page
 * @param note a few words beside the heading; may be empty
 * @param otherwise what to say when the table has no rows
 * @param more links below the table: to its other parts, or to where there is more
 */
public record Section(String id, String title, String note, Table table, String otherwise, List<Link> more) {

    public Section {
        more = List.copyOf(more);
    }

    Section(String id, String title, String note, Table table, String otherwise) {
        this(id, title, note, table, otherwise, List.of());
    }

    /** The same with links below the table. */
    Section with(Link... links) {
        return with(List.of(links));
    }

    Section with(List<Link> links) {
        return new Section(id, title, note, table, otherwise, links);
    }
}
