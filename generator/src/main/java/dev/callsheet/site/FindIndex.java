package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.Slugs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader can jump to from any page, by name or id: what the script of the site searches. Holds names and ids,
 * and no text of a call.
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
        List<Runs> runs = analysis.scenarios().stream()
                .map(scenario -> new Runs(
                        scenario.id(),
                        scenario.runs().stream().filter(root::hasPage).toList()))
                .toList();
        Instant oldest = oldest(runs.stream().flatMap(of -> of.runs().stream()).toList());
        long left = 0;
        for (Runs of : runs) {
            List<String> listed = of.runs().stream()
                    .filter(run -> isListed(run, oldest))
                    .sorted(Comparator.comparing(FindIndex::created).reversed())
                    .map(run -> words(root, run))
                    .toList();
            left += of.runs().size() - (long) listed.size();
            String page = SitePaths.scenario(of.scenario()).value();
            entries.add(new Entry("scenario", root.label(of.scenario()), page, listed));
        }
        for (PathwayNumbers pathway : analysis.pathways()) {
            to.add("pathway", PathwaysPage.name(pathway), SitePaths.pathway(pathway.id()));
            for (NodeNumbers node : pathway.where().nodes()) {
                String name = node.feature().node();
                to.add("node", name, SitePaths.pathway(pathway.id()), "#nodes.text=" + encoded(name));
            }
        }
        for (FailureGroup failure : analysis.failures()) {
            to.add("failure", failure.label(), SitePaths.failure(failure));
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
        return new FindIndex(entries, left);
    }

    /** The runs of a scenario that have a page. */
    private record Runs(String scenario, List<CorpusRun> runs) {}

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

    /** Since when runs are listed; null when all are. */
    private static @Nullable Instant oldest(List<CorpusRun> runs) {
        return runs.size() <= MOST_RUNS
                ? null
                : runs.stream()
                        .map(FindIndex::created)
                        .sorted(Comparator.reverseOrder())
                        .skip(MOST_RUNS - 1L)
                        .findFirst()
                        .orElseThrow();
    }

    /** Of very many runs those without a date are left out, too: they cannot be told to be among the newest. */
    private static boolean isListed(CorpusRun run, @Nullable Instant oldest) {
        return oldest == null
                || (run.facts().createdAt() != null && !created(run).isBefore(oldest));
    }

    private static Instant created(CorpusRun run) {
        return Objects.requireNonNullElse(run.facts().createdAt(), Instant.MIN);
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
