package dev.callsheet.site;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which pages a site has. A page is made when it is asked for, so that only the pages being written are in memory;
 * pages may be made by several threads.
 */
public final class SitePlan {

    private final Map<SafePath, Function<PageContext, Page>> makers = new LinkedHashMap<>();
    private final PageContext context;

    /**
     * @param files the files for programs, for the page that lists them
     * @param trend the chart of the nights, null when there is none
     */
    public SitePlan(Report report, Corpus corpus, Assets assets, List<DataFile> files, @Nullable ChartSpec trend) {
        Analysis analysis = report.analysis();
        Map<String, ScenarioNumbers> scenarios = report.scenariosById();
        makers.put(SitePaths.LATEST, at -> LatestPage.make(at, trend));
        makers.put(SitePaths.SCENARIOS, ScenariosPage::make);
        makers.put(SitePaths.NIGHTS, NightsPage::make);
        makers.put(SitePaths.DATA, at -> DataPage.make(at, files));
        makers.put(SitePaths.PROBLEMS, ProblemsPage::make);
        for (NightNumbers night : analysis.nightNumbers()) {
            makers.put(SitePaths.night(night.night()), at -> NightPage.make(at, night));
        }
        for (BatchNumbers batch : analysis.batches()) {
            makers.put(SitePaths.batch(batch.id()), at -> BatchPage.make(at, batch, scenarios));
        }
        for (SetNumbers set : analysis.sets()) {
            makers.put(SitePaths.simulationSet(set.set().id()), at -> SetPage.make(at, set));
        }
        for (ScenarioNumbers scenario : analysis.scenarios()) {
            makers.put(SitePaths.scenario(scenario.id()), at -> ScenarioPage.make(at, scenario));
            for (CorpusRun run : scenario.runs()) {
                makers.put(SitePaths.run(run.id()), at -> RunPage.make(at, scenario, run, corpus.text(run)));
            }
        }
        context = new PageContext(
                report, assets, new Labels(analysis.scenarios()), Set.copyOf(makers.keySet()), SitePaths.LATEST);
    }

    /** The paths of all pages. */
    public List<SafePath> paths() {
        return List.copyOf(makers.keySet());
    }

    /** Makes one page. */
    public Page page(SafePath path) {
        Function<PageContext, Page> maker = makers.get(path);
        if (maker == null) {
            throw new IllegalArgumentException("no page is planned at " + path);
        }
        return maker.apply(context.at(path));
    }
}
