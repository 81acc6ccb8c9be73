package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.ToneDimension;
import java.util.Comparator;
import java.util.List;

/** The page of how the agent sounds: whether that changed, tonight, night by night, by scenario, and the words that were marked. */
final class TonePage {

    private static final int MOST_NAMES = 20;

    private TonePage() {}

    /**
     * What the page shows.
     *
     * @param claims what tone amounts to
     * @param basis what must be known to read the figures of tonight
     * @param multiples one for each of the six dimensions; empty where none can be drawn
     * @param marked the versions that all the charts mark, and what part of the nights they show; may be empty
     * @param nights the numbers of all six and the overall figure
     */
    public record View(
            String headline,
            List<String> lead,
            Section changes,
            List<ToneClaimWords.Claim> claims,
            Section tonight,
            List<String> basis,
            List<Figure> multiples,
            String marked,
            Table nights,
            Section scenarios,
            Unscored unscored,
            Section issues,
            Section worst) {}

    /**
     * Scenarios without a tone score.
     *
     * @param count in words; empty where there is none
     * @param scenarios the first of them
     * @param rest how many more there are, in words; empty where all are listed
     */
    public record Unscored(String count, List<Link> scenarios, String rest) {}

    /** Whether there is anything to say of tone. */
    static boolean isPlanned(Analysis analysis) {
        return analysis.nightNumbers().stream().anyMatch(night -> night.tone().scored() > 0)
                || !analysis.toneTexts().issues().isEmpty()
                || !analysis.toneTexts().worstTurns().isEmpty();
    }

    /** @param part of the table of scenarios, from 1 */
    static Page make(PageContext context, int part) {
        Analysis analysis = context.report().analysis();
        Section scenarios = ToneTables.scenarios(context, scored(analysis)).section(context, SitePaths.TONE, part);
        if (part > 1) {
            return RowsPage.make(context, "Tone by scenario", List.of(context.link(SitePaths.TONE, "Tone")), scenarios);
        }
        View view = new View(
                ToneWords.headline(analysis),
                ToneWords.lead(analysis),
                ToneTables.changes(context),
                ToneClaimWords.of(context, analysis),
                ToneTables.tonight(analysis),
                ToneWords.basis(analysis),
                multiples(context),
                marked(analysis),
                ToneTables.nights(context),
                scenarios,
                unscored(context, analysis),
                ToneTables.issues(context, analysis.toneTexts().issues()),
                ToneTables.worst(context, analysis.toneTexts().worstTurns()));
        return new Page(context.here(), "tone", Frames.ofBar(context, "Tone"), view);
    }

    /** Scenarios with a score in their window, lowest overall mean first. */
    static List<ScenarioNumbers> scored(Analysis analysis) {
        return analysis.scenarios().stream()
                .filter(scenario -> scenario.tone().scored() > 0)
                .sorted(Comparator.comparing(
                                (ScenarioNumbers s) -> s.tone().meanOverall(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ScenarioNumbers::name)
                        .thenComparing(ScenarioNumbers::id))
                .toList();
    }

    private static List<Figure> multiples(PageContext context) {
        Analysis analysis = context.report().analysis();
        boolean none = ToneDimension.SIX.stream().allMatch(dimension -> Charts.tone(analysis, dimension) == null);
        return none
                ? List.of()
                : ToneDimension.SIX.stream()
                        .map(dimension -> Figures.tone(context, dimension))
                        .toList();
    }

    private static String marked(Analysis analysis) {
        ShownNights nights = ToneTables.drawn(analysis);
        return nights.isEmpty()
                ? ""
                : (nights.cut() + VersionMarks.words(VersionMarks.shown(VersionMarks.of(analysis), nights.axis())))
                        .strip();
    }

    private static Unscored unscored(PageContext context, Analysis analysis) {
        List<ScenarioNumbers> unscored = analysis.scenarios().stream()
                .filter(scenario -> scenario.tone().scored() == 0)
                .toList();
        int rest = unscored.size() - MOST_NAMES;
        return new Unscored(
                unscored.isEmpty()
                        ? ""
                        : Format.count(unscored.size(), "scenario has", "scenarios have") + " no tone score:",
                unscored.stream()
                        .limit(MOST_NAMES)
                        .map(scenario -> context.link(SitePaths.scenario(scenario.id()), context.label(scenario.id())))
                        .toList(),
                rest > 0 ? " and " + Format.grouped(rest) + " more" : "");
    }
}
