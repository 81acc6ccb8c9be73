package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.ScenarioNumbers;
import java.util.ArrayList;
import java.util.List;

/** Further turns of a call that is too long for one page. */
final class TurnsPage {

    private TurnsPage() {}

    /**
     * What the page shows.
     *
     * @param run the address of the run's own page
     */
    public record View(String headline, String run, List<CallRows.Stretch> stretches, List<Link> parts) {}

    /**
     * @param lines all turns of the call
     * @param part from 2
     */
    static Page make(
            PageContext context, ScenarioNumbers scenario, CorpusRun run, List<Transcript.Line> lines, int part) {
        List<Transcript.Line> shown = Parts.TURNS.of(lines, part);
        int from = shown.get(0).number();
        int to = shown.get(shown.size() - 1).number();
        List<Link> crumbs = new ArrayList<>(RunPage.crumbs(context, scenario, run));
        crumbs.add(context.link(run, "the run"));
        return new Page(
                context.here(),
                "turns",
                Frames.ofRecord(
                        context,
                        scenario.name() + ", run " + Words.status(run.facts()) + ", " + Parts.TURNS.span(from, to),
                        crumbs),
                new View(
                        RunHeadline.ofTurns(run.facts().status(), from, to, lines.size()),
                        SitePaths.run(run.id()).relativeTo(context.here()),
                        CallRows.alone(shown),
                        Parts.TURNS.links(context, SitePaths.run(run.id()), run.turns(), part)));
    }
}
