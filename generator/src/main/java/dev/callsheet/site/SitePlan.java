package dev.callsheet.site;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureGroup.Kind;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which pages a site has. A page is made when it is asked for, so that only the pages being written are in memory;
 * pages may be made by several threads.
 */
public final class SitePlan {

    private final Map<SafePath, Function<PageContext, Page>> makers = new LinkedHashMap<>();
    private final PageContext context;

    /**
     * @param files the files for programs, for the page that lists them
     * @param method the rules in Markdown
     * @param hasPage which runs of the input get a page; runs known from earlier reports only never do
     */
    public SitePlan(
            Report report,
            Corpus corpus,
            Assets assets,
            List<DataFile> files,
            String method,
            Predicate<CorpusRun> hasPage) {
        Analysis analysis = report.analysis();
        Map<String, ScenarioNumbers> scenarios = report.scenariosById();
        plan(SitePaths.LATEST, LatestPage::make);
        plan(SitePaths.SCENARIOS, analysis.scenarios().size(), ScenariosPage::make);
        for (ScenarioList list : ScenarioList.of(analysis)) {
            plan(list.path(), list.scenarios().size(), (at, part) -> ScenariosPage.make(at, list, part));
        }
        if (analysis.hasNightWithResult()) {
            plan(SitePaths.CHANGES, ChangesPage::make);
        }
        if (analysis.runs().valid() > 0) {
            plan(SitePaths.FLAKINESS, FlakinessPage.mixed(analysis).size(), FlakinessPage::make);
        }
        if (TonePage.isPlanned(analysis)) {
            plan(SitePaths.TONE, TonePage.scored(analysis).size(), TonePage::make);
        }
        pathways(analysis, scenarios);
        failures(analysis, scenarios, corpus);
        plan(SitePaths.NIGHTS, NightsPage::make);
        plan(SitePaths.DATA, at -> DataPage.make(at, files));
        plan(SitePaths.METHOD, at -> MethodPage.make(at, method));
        plan(SitePaths.PROBLEMS, report.problems().size(), ProblemsPage::make);
        for (NightNumbers night : analysis.nightNumbers()) {
            plan(SitePaths.night(night.night()), night.entries().size(), (at, part) -> NightPage.make(at, night, part));
        }
        Map<String, BatchNumbers> batches =
                analysis.batches().stream().collect(Collectors.toMap(BatchNumbers::id, batch -> batch));
        for (BatchNumbers batch : analysis.batches()) {
            BatchNumbers previous = batch.previousId() == null ? null : batches.get(batch.previousId());
            plan(
                    SitePaths.batch(batch.id()),
                    ListedRuns.of(batch.runs()).runs().size(),
                    (at, part) -> BatchPage.make(at, batch, previous, scenarios, part));
        }
        for (SetNumbers set : analysis.sets()) {
            plan(
                    SitePaths.simulationSet(set.set().id()),
                    set.scenarios().size(),
                    (at, part) -> SetPage.make(at, set, part));
        }
        for (ScenarioNumbers scenario : analysis.scenarios()) {
            plan(
                    SitePaths.scenario(scenario.id()),
                    ListedRuns.of(scenario.runs()).runs().size(),
                    (at, part) -> ScenarioPage.make(at, scenario, part, corpus::text));
            for (CorpusRun run : ListedRuns.of(scenario.runs()).runs()) {
                if (hasPage.test(run)) {
                    plan(scenario, run, corpus);
                }
            }
        }
        context = new PageContext(
                report, assets, new Labels(analysis.scenarios()), Set.copyOf(makers.keySet()), SitePaths.LATEST);
    }

    /** Pathways, where a run names one or the nodes of its call. */
    private void pathways(Analysis analysis, Map<String, ScenarioNumbers> scenarios) {
        List<PathwayNumbers> pathways = analysis.pathways();
        if (pathways.stream()
                .allMatch(pathway ->
                        pathway.id().isEmpty() && pathway.where().nodes().isEmpty())) {
            return;
        }
        plan(SitePaths.PATHWAYS, pathways.size(), PathwaysPage::make);
        for (PathwayNumbers pathway : pathways) {
            plan(
                    SitePaths.pathway(pathway.id()),
                    pathway.where().nodes().size(),
                    (at, part) -> PathwayPage.make(at, pathway, scenarios, part));
        }
    }

    private void failures(Analysis analysis, Map<String, ScenarioNumbers> scenarios, Corpus corpus) {
        if (analysis.failures().isEmpty() && analysis.failureModes().isEmpty()) {
            return;
        }
        plan(SitePaths.FAILURES, FailuresPage.of(Kind.ASSERTION, analysis).size(), FailuresPage::make);
        for (FailureGroup group : analysis.failures()) {
            plan(
                    SitePaths.failure(group),
                    ListedRuns.of(group.runs()).runs().size(),
                    (at, part) -> FailurePage.make(at, group, scenarios, corpus::text, part));
        }
    }

    private void plan(ScenarioNumbers scenario, CorpusRun run, Corpus corpus) {
        List<SafePath> pages = SitePaths.pages(run);
        plan(pages.get(0), at -> RunPage.make(at, scenario, run, corpus::text));
        Shared<List<Transcript.Line>> lines = new Shared<>(() -> RunPage.lines(scenario, run, corpus.text(run)));
        for (int part = 2; part <= pages.size(); part++) {
            int number = part;
            plan(pages.get(part - 1), at -> TurnsPage.make(at, scenario, run, lines.get(), number));
        }
    }

    private void plan(SafePath path, Function<PageContext, Page> maker) {
        makers.putIfAbsent(path, maker); // of records, who comes second is named by SharedAddresses
    }

    /** A page whose table may have to be cut: the maker is told which part to make. */
    private void plan(SafePath first, int rows, BiFunction<PageContext, Integer, Page> maker) {
        List<SafePath> pages = Parts.ROWS.paths(first, rows);
        for (int part = 1; part <= pages.size(); part++) {
            int number = part;
            plan(pages.get(part - 1), at -> maker.apply(at, number));
        }
    }

    /** The paths of all pages. */
    public List<SafePath> paths() {
        return List.copyOf(makers.keySet());
    }

    /** What a reader can jump to. */
    public FindIndex find() {
        return FindIndex.of(context);
    }

    /** Makes one page. */
    public Page page(SafePath path) {
        Function<PageContext, Page> maker = makers.get(path);
        if (maker == null) {
            throw new IllegalArgumentException("no page is planned at " + path);
        }
        return maker.apply(context.at(path));
    }

    /**
     * Makes the first page once more, to stand alone.
     *
     * @param charts as SVG, by the name of their specification
     */
    public SinglePage single(Map<String, byte[]> charts) {
        PageContext alone = context.alone(SitePaths.LATEST, charts);
        return SinglePage.of(alone, LatestPage.make(alone));
    }
}
