package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;

/** Where a page can be read by somebody who does not have the site before him. */
public final class SiteAddress {

    private SiteAddress() {}

    /** Its address; where the site's own is not known, the path within the site. */
    public static String of(Report report, SafePath page) {
        return report.baseUrl() == null ? page.value() : report.baseUrl().toASCIIString() + page.value();
    }
}
