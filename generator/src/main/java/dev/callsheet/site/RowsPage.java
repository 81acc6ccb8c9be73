package dev.callsheet.site;

import java.util.List;

/** A further page of a table that is too long for one. */
final class RowsPage {

    private RowsPage() {}

    public record View(String headline, Section rows) {}

    /**
     * @param headline what the page of the first part is called
     * @param crumbs the way down to the first part
     */
    static Page make(PageContext context, String headline, List<Link> crumbs, Section rows) {
        String title = headline + ", " + rows.note();
        return new Page(context.here(), "rows", Frames.ofRecord(context, title, crumbs), new View(headline, rows));
    }
}
