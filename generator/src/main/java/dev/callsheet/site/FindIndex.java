package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.Slugs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reader can jump to from any page, by name or id: what the script of the site searches. Failures have no
 * name but their text, so the beginnings of error messages are among the names, redacted as all text of a call is.
 *
 * @param runsLeftOut runs that have a page and are not among the entries, since they are older than the newest
 *     {@value #MOST_RUNS}
 */
public record FindIndex(List<Entry> entries, long runsLeftOut) {

    /** More would make the index larger than all else that a reader's browser loads. */
    static final int MOST_RUNS = 20_000;

    /**
     * A page, or a place on one.
     *
     * @param kind "scenario", "night" and so on
     * @param text what readers call it
     * @param page relative to the root of the site; may end in a fragment
     * @param runs of a scenario, newest first: the name of the run's page without its ending, which mostly is its id; a space; what
     *     readers see of it
     */
    public record Entry(String kind, String text, String page, List<String> runs) {}

    /** @param context of any page, to know which pages there are */
    static FindIndex of(PageContext context) {
        PageContext root = context.at(SitePaths.LATEST);
        Analysis analysis = root.report().analysis();
        List<Entry> entries = new ArrayList<>();
        Adder to = new Adder(root, entries);
        for (Link link : Frames.ofBar(root, "").bar()) {
            entries.add(new Entry("page", link.text(), Objects.requireNonNull(link.href()), List.of()));
        }
        to.add("page", "Data", SitePaths.DATA);
        to.add("page", "Method", SitePaths.METHOD);
        to.add("page", "Problems", SitePaths.PROBLEMS);
        for (ScenarioList list : ScenarioList.of(analysis)) {
            to.add("scenarios", list.name(), list.path());
        }
        List<CorpusRun> runs = analysis.scenarios().stream()
                .flatMap(scenario -> scenario.runs().stream())
                .filter(root::hasPage)
                .toList();
        Set<String> newest = runs.stream()
                .sorted(CorpusRun.NEWEST_FIRST)
                .limit(MOST_RUNS)
                .map(CorpusRun::id)
                .collect(Collectors.toSet());
        for (ScenarioNumbers scenario : analysis.scenarios()) {
            List<String> listed = scenario.runs().stream()
                    .filter(run -> newest.contains(run.id()))
                    .sorted(CorpusRun.NEWEST_FIRST)
                    .map(run -> words(root, run))
                    .toList();
            String page = SitePaths.scenario(scenario.id()).value();
            entries.add(new Entry("scenario", root.label(scenario.id()), page, listed));
        }
        for (PathwayNumbers pathway : analysis.pathways()) {
            to.add("pathway", PathwaysPage.name(pathway), SitePaths.pathway(pathway.id()));
            List<NodeNumbers> nodes = pathway.where().nodes();
            for (int i = 0; i < nodes.size(); i++) {
                String name = nodes.get(i).feature().node();
                SafePath page = Parts.path(SitePaths.pathway(pathway.id()), Parts.ROWS.holding(i + 1));
                to.add("node", name, page, "#nodes.text=" + encoded(name));
            }
        }
        for (FailureGroup failure : analysis.failures()) {
            to.add("failure", FailuresPage.name(failure), SitePaths.failure(failure));
        }
        for (NightNumbers night : analysis.nightNumbers().stream()
                .sorted(Comparator.comparing(NightNumbers::night).reversed())
                .toList()) {
            to.add("night", Format.longDate(night.night()), SitePaths.night(night.night()));
        }
        for (BatchNumbers batch : analysis.batches()) {
            to.add("batch", batch.id(), SitePaths.batch(batch.id()));
        }
        for (SetNumbers set : analysis.sets()) {
            to.add(
                    "simulation set",
                    set.set().id(),
                    SitePaths.simulationSet(set.set().id()));
        }
        return new FindIndex(entries, runs.size() - newest.size());
    }

    private record Adder(PageContext root, List<Entry> entries) {

        void add(String kind, String text, SafePath page) {
            add(kind, text, page, "");
        }

        void add(String kind, String text, SafePath page, String fragment) {
            if (root.exists(page)) {
                entries.add(new Entry(kind, text, page.value() + fragment, List.of()));
            }
        }
    }

    private static String words(PageContext root, CorpusRun run) {
        String slug = Slugs.of(run.id());
        String words = slug + " " + Words.status(run.facts()) + ", "
                + root.time(run.facts().createdAt());
        return slug.equals(run.id()) ? words : words + ", " + run.id();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
