package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import java.util.ArrayList;
import java.util.List;

/**
 * How a long table is cut into pages. The first part stands on the page the table belongs to, each further one on a
 * page of its own beside it: {@code index.html}, {@code index-2.html}. No other page has such a name, since slugs end in
 * eight or twelve hexadecimal digits.
 */
final class Parts {

    /** A page of more rows is slow to open; measured, ten thousand rows take a browser 3.6 s, and 300 are some 400 kB. */
    static final int MOST_ROWS = 300;

    private static final String SUFFIX = ".html";

    private Parts() {}

    /** How many pages rows need, at least one. */
    static int count(int rows) {
        return Math.max(1, (rows + MOST_ROWS - 1) / MOST_ROWS);
    }

    /** The rows of a part, counted from 1. */
    static <R> List<R> rows(List<R> all, int part) {
        int from = Math.min(all.size(), (part - 1) * MOST_ROWS);
        return all.subList(from, Math.min(all.size(), from + MOST_ROWS));
    }

    /** The page of a part, counted from 1. */
    static SafePath path(SafePath first, int part) {
        return part == 1
                ? first
                : new SafePath(
                        first.value().substring(0, first.value().length() - SUFFIX.length()) + "-" + part + SUFFIX);
    }

    /** "rows 501 to 1000 of 1234"; nothing where all rows are on one page. */
    static String note(int rows, int part) {
        return count(rows) == 1 ? "" : span(rows, part) + " of " + Format.grouped(rows);
    }

    /** The way to the other parts: the first and the one before, the one after and the last. */
    static List<Link> links(PageContext context, SafePath first, int rows, int part) {
        int last = count(rows);
        List<Link> links = new ArrayList<>();
        if (part > 2) {
            links.add(context.link(first, "first " + span(rows, 1)));
        }
        if (part > 1) {
            links.add(context.link(path(first, part - 1), "previous " + span(rows, part - 1)));
        }
        if (part < last) {
            links.add(context.link(path(first, part + 1), "next " + span(rows, part + 1)));
        }
        if (part < last - 1) {
            links.add(context.link(path(first, last), "last " + span(rows, last)));
        }
        return links;
    }

    private static String span(int rows, int part) {
        int from = (part - 1) * MOST_ROWS;
        return "rows " + Format.grouped(from + 1L) + " to " + Format.grouped(Math.min(rows, from + MOST_ROWS));
    }
}
