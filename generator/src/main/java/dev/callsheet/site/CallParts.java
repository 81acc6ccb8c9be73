package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.output.SafePath;
import java.util.ArrayList;
import java.util.List;

/**
 * How a long call is cut into pages: the first turns stand on the page of the run, further ones on pages beside it. The
 * cut is by the number of turns, so that whoever links to a turn knows its page without having read the call.
 */
final class CallParts {

    /** Beyond 50 turns no scenario goes; with 1500 characters a turn so many keep a page below 200 kB. */
    static final int MOST_TURNS = 80;

    private CallParts() {}

    /** How many pages a run needs, at least one. */
    static int count(int turns) {
        return Math.max(1, (turns + MOST_TURNS - 1) / MOST_TURNS);
    }

    /** The pages of a run in their order. */
    static List<SafePath> pages(CorpusRun run) {
        List<SafePath> pages = new ArrayList<>();
        for (int part = 1; part <= count(run.turns()); part++) {
            pages.add(page(run, part));
        }
        return pages;
    }

    static SafePath page(CorpusRun run, int part) {
        return Parts.path(SitePaths.run(run.id()), part);
    }

    /** The turns of a part. */
    static <T> List<T> turns(List<T> all, int part) {
        int from = Math.min(all.size(), (part - 1) * MOST_TURNS);
        return all.subList(from, Math.min(all.size(), from + MOST_TURNS));
    }

    /**
     * Where the turns of a run stand, as seen from a page.
     *
     * @param pages the addresses of its pages in their order, empty for the page itself
     */
    public record Places(List<String> pages) {

        /** The address of a turn, counted from 1. */
        public String of(int turn) {
            return pages.get((turn - 1) / MOST_TURNS) + "#turn-" + turn;
        }
    }

    /** @param run one that has a page */
    static Places places(PageContext context, CorpusRun run) {
        return new Places(pages(run).stream()
                .map(page -> page.equals(context.here()) ? "" : page.relativeTo(context.here()))
                .toList());
    }

    /** The way to the neighbouring parts; none where the call is on one page. */
    static List<Link> links(PageContext context, CorpusRun run, int part) {
        int last = count(run.turns());
        List<Link> links = new ArrayList<>();
        if (part > 2) {
            links.add(link(context, run, "first ", 1));
        }
        if (part > 1) {
            links.add(link(context, run, "previous ", part - 1));
        }
        if (part < last) {
            links.add(link(context, run, "next ", part + 1));
        }
        if (part < last - 1) {
            links.add(link(context, run, "last ", last));
        }
        return links;
    }

    private static Link link(PageContext context, CorpusRun run, String which, int part) {
        String turns = span((part - 1) * MOST_TURNS + 1, Math.min(run.turns(), part * MOST_TURNS));
        return new Link(context.href(page(run, part)), which + turns, false);
    }

    /** "turns 81 to 160". */
    static String span(int from, int to) {
        return from == to
                ? "turn " + Format.grouped(from)
                : "turns " + Format.grouped(from) + " to " + Format.grouped(to);
    }
}
