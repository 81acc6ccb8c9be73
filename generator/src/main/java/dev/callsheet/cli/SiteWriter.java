package dev.callsheet.cli;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.history.HistoryPlan;
import dev.callsheet.history.Kept;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.Sha256;
import dev.callsheet.output.SingleFile;
import dev.callsheet.render.chart.ChartRenderer;
import dev.callsheet.render.chart.ChartsUnavailableException;
import dev.callsheet.render.data.DataFiles;
import dev.callsheet.render.data.FindFile;
import dev.callsheet.render.data.Manifest;
import dev.callsheet.render.html.PageRenderer;
import dev.callsheet.render.mail.MailFiles;
import dev.callsheet.render.mail.Threading;
import dev.callsheet.render.text.SummaryFile;
import dev.callsheet.report.Report;
import dev.callsheet.site.Assets;
import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.Charts;
import dev.callsheet.site.DataFile;
import dev.callsheet.site.Preview;
import dev.callsheet.site.SitePaths;
import dev.callsheet.site.SitePlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes every file of a site but the manifest. */
final class SiteWriter {

    private static final int HASH_BYTES = 4;
    private static final int PAGES_PER_TASK = 64;

    private final OutputTree tree;
    private final Threading threading;
    private final boolean single;
    private final Console console;

    /**
     * @param threading which nights' mails make one conversation
     * @param single whether the first page is written as one file, too
     */
    SiteWriter(OutputTree tree, Threading threading, boolean single, Console console) {
        this.tree = tree;
        this.threading = threading;
        this.single = single;
        this.console = console;
    }

    /**
     * Writes them.
     *
     * @param memory what is handed on to the next report
     * @param hasPage which runs of the input get a page
     */
    void write(Report report, Corpus corpus, HistoryPlan memory, Predicate<CorpusRun> hasPage) throws IOException {
        List<ChartSpec> specs = Charts.all(report.analysis());
        ChartRenderer charts = specs.isEmpty() ? null : chartRenderer();
        byte[] stylesheet = resource("assets/site.css");
        byte[] script = resource("assets/site.js");
        Map<String, byte[]> drawn = charts == null ? Map.of() : drawn(specs, charts);
        Assets assets = new Assets(
                asset("site", "css", stylesheet),
                asset("site", "js", script),
                charts == null ? Map.of() : files(drawn, specs, charts, report.baseUrl() != null));
        PageRenderer renderer = new PageRenderer();
        List<DataFile> files = new ArrayList<>(DataFiles.write(report, corpus, tree));
        files.add(SummaryFile.write(report, tree));
        files.addAll(MailFiles.write(report, charts, threading, tree));
        files.add(Manifest.FILE);
        memory(memory);
        String method = new String(resource("templates/method.md"), StandardCharsets.UTF_8);
        SitePlan plan = new SitePlan(report, corpus, assets, files, method, hasPage);
        pages(plan, renderer);
        FindFile.write(plan.find(), tree);
        tree.write(SitePaths.NOT_FOUND, renderer.notFound());
        if (single) {
            tree.write(SingleFile.NAME, renderer.render(plan.single(drawn), stylesheet, script));
        }
    }

    /** The index comes last: what it names is there. */
    private void memory(HistoryPlan plan) throws IOException {
        for (Kept file : plan.files()) {
            tree.write(SitePaths.history(file.name()), file.content());
        }
        tree.write(SitePaths.history("index.json"), plan.index());
    }

    /** Pages are independent of one another, so how many threads write them does not show in them. */
    private void pages(SitePlan plan, PageRenderer renderer) throws IOException {
        List<SafePath> paths = plan.paths();
        AtomicLong done = new AtomicLong();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> tasks = new ArrayList<>();
            for (int from = 0; from < paths.size(); from += PAGES_PER_TASK) {
                List<SafePath> some = paths.subList(from, Math.min(from + PAGES_PER_TASK, paths.size()));
                tasks.add(threads.submit(() -> {
                    for (SafePath path : some) {
                        tree.write(path, renderer.render(plan.page(path)));
                        console.progress("writing pages", done.incrementAndGet(), paths.size());
                    }
                    return null;
                }));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a page could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing pages", e);
        } finally {
            stop(threads);
        }
    }

    /** Waits for the pages under way: a thread that still writes would bring back a directory just deleted. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable ChartRenderer chartRenderer() {
        try {
            return ChartRenderer.create();
        } catch (ChartsUnavailableException e) {
            console.error("charts are left out: " + e.getMessage());
            return null;
        }
    }

    /** The charts as SVG, by name. */
    private static Map<String, byte[]> drawn(List<ChartSpec> specs, ChartRenderer renderer) {
        Map<String, byte[]> drawn = new TreeMap<>();
        specs.forEach(spec -> drawn.put(spec.name(), renderer.svg(spec)));
        return drawn;
    }

    /** @param preview whether a chart is wanted that links to the site can show */
    private Map<String, SafePath> files(
            Map<String, byte[]> drawn, List<ChartSpec> specs, ChartRenderer renderer, boolean preview)
            throws IOException {
        Map<String, SafePath> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> chart : drawn.entrySet()) {
            files.put(chart.getKey(), asset(chart.getKey(), "svg", chart.getValue()));
        }
        for (ChartSpec spec : specs) {
            if (preview && spec.name().equals(Preview.CHART)) {
                byte[] png = renderer.png(spec, Preview.WIDTH, Preview.HEIGHT);
                files.put(Preview.IMAGE, asset(Preview.IMAGE, "png", png));
            }
        }
        return files;
    }

    private SafePath asset(String name, String extension, byte[] content) throws IOException {
        String hash = HexFormat.of().formatHex(Sha256.digest().digest(content), 0, HASH_BYTES);
        SafePath path = new SafePath("assets/" + name + "-" + hash + "." + extension);
        tree.write(path, content);
        return path;
    }

    private static byte[] resource(String name) {
        try (InputStream in = SiteWriter.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's file " + name + " could not be read", e);
        }
    }
}
