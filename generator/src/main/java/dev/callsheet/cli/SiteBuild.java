package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.gate.Mute;
import dev.callsheet.history.HistoryPlan;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.output.FileDigest;
import dev.callsheet.output.PublicationException;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.SingleFile;
import dev.callsheet.output.SiteDirectory;
import dev.callsheet.output.WatchedTree;
import dev.callsheet.render.mail.Threading;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Makes the report of what was loaded and stages its site, with no more pages than the site may be large. */
final class SiteBuild {

    private SiteBuild() {}

    /**
     * Writes it.
     *
     * @param single what takes the first page as one file; null when that is not wanted
     * @param secrets that must not be in it, by what they are called
     * @throws PublicationException if the site is too large without the page of a single run, or holds a secret
     */
    static Report write(
            SiteDirectory site,
            @Nullable SingleFile single,
            Map<String, String> secrets,
            Loader.Loaded loaded,
            Memory memory,
            Configuration configuration,
            Instant generatedAt,
            Console console)
            throws IOException {
        Corpus corpus = loaded.corpus();
        Analysis analysis = loaded.analysis(configuration, generatedAt);
        HistoryPlan plan = memory.plan(corpus, analysis, configuration.calendar());
        PageBudget budget = new PageBudget(corpus, analysis.nights());
        long most = configuration.site().maxBytes();
        Threading threading = Threading.valueOf(configuration.mail().thread().toUpperCase(Locale.ROOT));
        HistoryNumbers.Pages pages = budget.newest(configuration.pages().maxNights(), most);
        Report report = loaded.report(configuration, generatedAt, analysis, memory.numbers(analysis, plan, pages));
        MemoryTalk.start(report, console);
        console.problems(report.problems(), false);
        MuteProblems.lines(report.gate().with(Mute.State.EXPIRED)).forEach(console::error);
        while (true) {
            HistoryNumbers.Pages planned = pages;
            WatchedTree tree = new WatchedTree(single == null ? site.tree() : single.beside(site.tree()), secrets);
            new SiteWriter(tree, threading, single != null, console)
                    .write(report, corpus, plan, run -> budget.has(planned, run));
            tree.requireNoSecret();
            SortedMap<SafePath, FileDigest> written = site.written();
            long size = PageBudget.size(written);
            if (size <= most) {
                MemoryTalk.kept(report.history(), console);
                return report;
            }
            pages = budget.fewer(pages, written);
            if (pages == null) {
                throw new PublicationException(
                        "the site is " + Format.bytes(size) + ", more than site.max_bytes allows (" + Format.bytes(most)
                                + "), though no run has a page of its own; nothing was published");
            }
            console.stage("the site would be " + Format.bytes(size) + ", more than " + Format.bytes(most)
                    + ": once more with fewer pages of runs");
            report = report.with(memory.numbers(analysis, plan, pages));
            site.restart();
        }
    }
}
