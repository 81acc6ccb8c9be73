package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.Slugs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Scenarios that have something in common, on a page of their own, for readers who cannot or need not choose by script.
 *
 * @param path its page
 * @param kind what they have in common
 * @param name a word or two for links; of a category, what it is called
 * @param says how a sentence that begins "2 of 14 scenarios" goes on
 */
record ScenarioList(SafePath path, Kind kind, String name, String says, List<ScenarioNumbers> scenarios) {

    /** What a list is about. Categories have lists only where there is more than one. */
    enum Kind {
        STATE,
        CATEGORY
    }

    static final String NOT_TONIGHT = "not-tonight";

    private static final Set<Headline> UNPROVEN = EnumSet.of(Headline.INSUFFICIENT, Headline.NEW);
    private static final Set<Headline> WITHOUT_RESULT = EnumSet.of(Headline.INFRA, Headline.NO_DATA);

    /** Those that are not empty, in the order in which they should be read. */
    static List<ScenarioList> of(Analysis analysis) {
        List<ScenarioList> lists = new ArrayList<>();
        Maker maker = new Maker(analysis.scenarios(), lists);
        maker.add(
                "failed",
                "failed tonight",
                "failed at least one run tonight",
                s -> s.tonight().failed() > 0);
        maker.add("got-worse", "got worse", "got worse", headline(EnumSet.of(Headline.REGRESSED)));
        maker.add(
                "always-failing", "always failing", "failing always, or nearly", headline(EnumSet.of(Headline.BROKEN)));
        maker.add("flaky", "flaky", "proven flaky", headline(EnumSet.of(Headline.FLAKY)));
        maker.add("mixed", "mixed, not proven", "mixed, not proven flaky", headline(EnumSet.of(Headline.SUSPECT)));
        maker.add("unproven", "not yet proven", "with too few runs to prove anything", headline(UNPROVEN));
        maker.add("fixed", "fixed", "fixed", headline(EnumSet.of(Headline.FIXED)));
        maker.add("reliable", "reliable", "proven reliable", headline(EnumSet.of(Headline.RELIABLE)));
        maker.add("without-result", "without a result", "without a result", headline(WITHOUT_RESULT));
        maker.add(
                NOT_TONIGHT,
                "no result tonight",
                "without a result tonight",
                s -> s.tonight().valid() == 0);
        maker.add("required", "required", "required for promotion", s -> Objects.equals(s.required(), true));
        categories(analysis.scenarios(), lists);
        return lists;
    }

    /** The category that the scenario's document names; empty when there is none. */
    static String category(ScenarioNumbers scenario) {
        return scenario.definition() == null
                ? ""
                : Objects.requireNonNullElse(scenario.definition().category(), "");
    }

    private record Maker(List<ScenarioNumbers> all, List<ScenarioList> lists) {

        void add(String file, String name, String says, Predicate<ScenarioNumbers> filter) {
            List<ScenarioNumbers> some = all.stream().filter(filter).toList();
            if (!some.isEmpty()) {
                lists.add(new ScenarioList(SitePaths.scenarioList(file), Kind.STATE, name, says, some));
            }
        }
    }

    private static Predicate<ScenarioNumbers> headline(Set<Headline> headlines) {
        return scenario -> headlines.contains(scenario.decision().headline());
    }

    private static void categories(List<ScenarioNumbers> all, List<ScenarioList> lists) {
        Map<String, List<ScenarioNumbers>> categories = new TreeMap<>();
        for (ScenarioNumbers scenario : all) {
            categories
                    .computeIfAbsent(category(scenario), key -> new ArrayList<>())
                    .add(scenario);
        }
        if (categories.size() > 1) {
            categories.forEach((category, some) -> lists.add(new ScenarioList(
                    SitePaths.scenarioList("in-" + Slugs.of(category)),
                    Kind.CATEGORY,
                    category.isEmpty() ? "no category" : category,
                    category.isEmpty() ? "without a category" : "of category " + category,
                    some)));
        }
    }
}
