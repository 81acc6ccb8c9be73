package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import java.util.List;

/**
 * Where the turns of a run stand, as seen from a page. A call is cut by the number of its turns, so that whoever links
 * to one knows its page without having read the call.
 *
 * @param pages the addresses of the run's pages in their order, empty for the page itself
 */
public record TurnPlaces(List<String> pages) {

    /** @param run one that has a page */
    static TurnPlaces seenFrom(PageContext context, CorpusRun run) {
        return new TurnPlaces(SitePaths.pages(run).stream()
                .map(page -> page.equals(context.here()) ? "" : page.relativeTo(context.here()))
                .toList());
    }

    /** The address of a turn, counted from 1. */
    public String of(int turn) {
        return pages.get(Parts.TURNS.holding(turn) - 1) + "#turn-" + turn;
    }
}
