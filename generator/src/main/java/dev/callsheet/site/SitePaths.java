package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.Slugs;
import java.time.LocalDate;
import java.util.List;

/** Where every page lives. A path is a function of an id or a date, never of a name or of other pages. A page whose
 * table is cut into parts has the further ones beside it ({@link Parts}). */
public final class SitePaths {

    public static final SafePath LATEST = new SafePath("index.html");
    public static final SafePath SCENARIOS = new SafePath("scenarios/index.html");
    public static final SafePath CHANGES = new SafePath("changes.html");
    public static final SafePath FLAKINESS = new SafePath("flakiness.html");
    public static final SafePath TONE = new SafePath("tone.html");
    public static final SafePath FAILURES = new SafePath("failures.html");
    public static final SafePath PATHWAYS = new SafePath("pathways/index.html");
    public static final SafePath NIGHTS = new SafePath("nights/index.html");
    public static final SafePath DATA = new SafePath("data/index.html");
    public static final SafePath METHOD = new SafePath("method.html");
    public static final SafePath PROBLEMS = new SafePath("problems.html");
    public static final SafePath HISTORY = new SafePath("data/history/index.json");
    public static final SafePath FEED = new SafePath("data/feed.atom");
    public static final SafePath SUMMARY = new SafePath("summary.md");
    public static final SafePath MAIL_HTML = new SafePath("mail/summary.html");
    public static final SafePath MAIL_TEXT = new SafePath("mail/summary.txt");
    public static final SafePath MAIL_MESSAGE = new SafePath("mail/summary.eml");
    /** What {@code site.js} searches. No hash in its name: pages of runs name it, and must not change with it. */
    public static final SafePath FIND = new SafePath("assets/find.js");

    public static final SafePath NOT_FOUND = new SafePath("404.html");

    private SitePaths() {}

    public static SafePath scenario(String id) {
        return new SafePath("scenarios/" + Slugs.of(id) + ".html");
    }

    /** A page of those scenarios that have something in common; no slug of a scenario is such a name. */
    static SafePath scenarioList(String name) {
        return new SafePath("scenarios/" + name + ".html");
    }

    public static SafePath run(String id) {
        return new SafePath("runs/" + Slugs.of(id) + ".html");
    }

    /** All pages of a run, in their order: a long call needs several. */
    public static List<SafePath> pages(CorpusRun run) {
        return Parts.TURNS.paths(run(run.id()), run.turns());
    }

    public static SafePath batch(String id) {
        return new SafePath("batches/" + Slugs.of(id) + ".html");
    }

    public static SafePath simulationSet(String id) {
        return new SafePath("simulation-sets/" + Slugs.of(id) + ".html");
    }

    public static SafePath pathway(String id) {
        return new SafePath("pathways/" + Slugs.of(id) + ".html");
    }

    /** The page of a group of failures, by its kind and what its members have in common. */
    public static SafePath failure(FailureGroup group) {
        return new SafePath("failures/" + Slugs.of(group.signature() + " " + group.kind()) + ".html");
    }

    /** A file that the next report reads. */
    public static SafePath history(String name) {
        return new SafePath("data/history/" + name);
    }

    public static SafePath night(LocalDate night) {
        return new SafePath("nights/" + night + ".html");
    }
}
