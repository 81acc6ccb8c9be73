package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a long table or call is cut into pages. The first part stands on the page it belongs to, each further one on a page
 * of its own beside it: {@code index.html}, {@code index-2.html}. No other page has such a name, since slugs end in eight
 * or twelve hexadecimal digits. Parts, rows and turns are counted from 1.
 *
 * @param most rows or turns on a page
 * @param what one of them is called
 */
record Parts(int most, String what) {

    /** A page of more rows is slow to open; measured, ten thousand rows take a browser 3.6 s, and 300 are some 400 kB. */
    static final Parts ROWS = new Parts(300, "row");

    /** Beyond 50 turns no scenario goes; with 1500 characters a turn so many keep a page below 200 kB. */
    static final Parts TURNS = new Parts(80, "turn");

    private static final String SUFFIX = ".html";

    /** How many pages are needed, at least one. */
    int count(int all) {
        return Math.max(1, holding(all));
    }

    /** The part that holds one of them. */
    int holding(int number) {
        return (number + most - 1) / most;
    }

    /** What stands on a part. */
    <T> List<T> of(List<T> all, int part) {
        int from = Math.min(all.size(), (part - 1) * most);
        return all.subList(from, Math.min(all.size(), from + most));
    }

    /** The page of a part. */
    static SafePath path(SafePath first, int part) {
        return part == 1
                ? first
                : new SafePath(
                        first.value().substring(0, first.value().length() - SUFFIX.length()) + "-" + part + SUFFIX);
    }

    /** The pages of all parts in their order. */
    List<SafePath> paths(SafePath first, int all) {
        return IntStream.rangeClosed(1, count(all))
                .mapToObj(part -> path(first, part))
                .toList();
    }

    /** "rows 301 to 600 of 1234"; nothing where all are on one page. */
    String note(int all, int part) {
        return count(all) == 1 ? "" : partSpan(all, part) + " of " + Format.grouped(all);
    }

    /** The way to the other parts: the first and the one before, the one after and the last. */
    List<Link> links(PageContext context, SafePath first, int all, int part) {
        int last = count(all);
        List<Link> links = new ArrayList<>();
        if (part > 2) {
            links.add(context.link(first, "first " + partSpan(all, 1)));
        }
        if (part > 1) {
            links.add(context.link(path(first, part - 1), "previous " + partSpan(all, part - 1))
                    .previous());
        }
        if (part < last) {
            links.add(context.link(path(first, part + 1), "next " + partSpan(all, part + 1))
                    .next());
        }
        if (part < last - 1) {
            links.add(context.link(path(first, last), "last " + partSpan(all, last)));
        }
        return links;
    }

    private String partSpan(int all, int part) {
        return span((part - 1) * most + 1, Math.min(all, part * most));
    }

    /** "rows 301 to 600", "turn 81". */
    String span(int from, int to) {
        return from == to
                ? what + " " + Format.grouped(from)
                : what + "s " + Format.grouped(from) + " to " + Format.grouped(to);
    }

    /** The same at the start of a heading. */
    String heading(int from, int to) {
        return Words.capital(span(from, to));
    }
}
