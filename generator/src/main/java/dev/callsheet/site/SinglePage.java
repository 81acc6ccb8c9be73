package dev.callsheet.site;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first page as a file that needs no other: the same view, with its pictures in it. Where the site's address is
 * known its links are addresses; where it is not it has none but to its own parts.
 *
 * @param contents what the file holds and what it does not, in words
 * @param whole where the rest is; null where that is not known
 */
public record SinglePage(
        Page page, String contents, @Nullable Link whole) {

    static SinglePage of(PageContext context, Page latest) {
        String address = context.href(SitePaths.LATEST);
        return new SinglePage(
                new Page(latest.path(), latest.template(), latest.frame().with(null), latest.view()),
                contents(context.report().analysis().night(), latest.view(), address != null),
                address == null ? null : Link.to(address, "Open the full report"));
    }

    private static String contents(@Nullable LocalDate night, Object view, boolean linked) {
        boolean hasChart =
                view instanceof LatestPage.View latest && latest.trend().src() != null;
        return "This file is the first page of the report"
                + (night == null ? "" : " of the night of " + Format.longDate(night))
                + (hasChart ? ", with its tables and charts." : ", with its tables.")
                + " It holds no transcripts and no page of a scenario, run or night; those are in the full report"
                + (linked ? "." : ", the site that this file came with.");
    }
}
