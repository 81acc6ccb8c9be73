package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.SetNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of all nights. */
final class NightsPage {

    private static final String OTHER = "without a date, or of a night without a run";

    private NightsPage() {}

    /**
     * What the page shows.
     *
     * @param figures empty where there are too few nights for any
     */
    public record View(
            String headline, List<String> lead, List<Figure> figures, List<Section> sections, NightsHistory history) {}

    static Page make(PageContext context) {
        Analysis analysis = context.report().analysis();
        List<NightNumbers> newestFirst = analysis.nightNumbers().stream()
                .sorted(Comparator.comparing(NightNumbers::night).reversed())
                .toList();
        View view = new View(
                headline(analysis),
                lead(analysis),
                newestFirst.size() < 2
                        ? List.of()
                        : List.of(Figures.trend(context), Figures.score(context), Figures.duration(context)),
                sections(context, analysis, newestFirst),
                NightsHistory.of(context.report()));
        return new Page(context.here(), "nights", Frames.ofBar(context, "Nights"), view);
    }

    /** Whether the level of any scenario moved, which is what nights are looked at for. */
    private static String headline(Analysis analysis) {
        int nights = analysis.nightNumbers().size();
        if (nights == 0) {
            return "No run with a date was loaded.";
        }
        if (nights == 1) {
            return "One night so far: a change takes two.";
        }
        List<Level.Shift> shifts = analysis.scenarios().stream()
                .flatMap(scenario -> Level.shifts(scenario).stream())
                .toList();
        long worse = shifts.stream().filter(Level.Shift::isWorse).count();
        long better = shifts.size() - worse;
        String over = "Over " + Math.min(nights, analysis.rules().windowNights()) + " nights ";
        return shifts.isEmpty()
                ? over + "no change of a scenario is proven."
                : over + Format.count(worse, "proven change") + " for the worse, " + Format.grouped(better)
                        + " for the better.";
    }

    private static List<String> lead(Analysis analysis) {
        List<NightNumbers> nights = analysis.nightNumbers();
        if (nights.isEmpty()) {
            return List.of();
        }
        String newest = Format.longDate(nights.get(nights.size() - 1).night());
        String when = nights.size() == 1
                ? newest + "."
                : Format.longDate(nights.get(0).night()) + " to " + newest + ".";
        List<NightNumbers> judged = nights.stream()
                .filter(night -> night.tally().valid() > 0)
                .sorted(Comparator.comparingDouble(NightsPage::rate))
                .toList();
        if (judged.size() < 2) {
            return List.of(when);
        }
        return List.of(when + " The pass rate was " + extreme(judged.get(0)) + " at its lowest, "
                + extreme(judged.get(judged.size() - 1)) + " at its highest.");
    }

    private static String extreme(NightNumbers night) {
        return Format.percent(night.tally().passed(), night.tally().valid()) + " (" + Words.fraction(night.tally())
                + ") on " + Format.shortDate(night.night());
    }

    private static double rate(NightNumbers night) {
        return night.tally().passed() / (double) night.tally().valid();
    }

    private static List<Section> sections(PageContext context, Analysis analysis, List<NightNumbers> nights) {
        Section all = nights(context, nights).only("data/nights.csv");
        List<BatchNumbers> batches = analysis.batches().stream()
                .filter(batch -> !hasPage(context, batch.night()))
                .toList();
        List<SetNumbers> sets = analysis.sets().stream()
                .filter(set -> !hasPage(context, set.night()))
                .toList();
        Section otherBatches =
                Tables.batches(context, "Other batches", OTHER, batches, "").only("data/batches.csv");
        Section otherSets =
                Tables.sets(context, "Other simulation sets", OTHER, sets, "").only("data/simulation_sets.csv");
        return Stream.concat(
                        Stream.of(all),
                        Stream.of(otherBatches, otherSets)
                                .filter(section -> !section.table().isEmpty()))
                .toList();
    }

    /** Whether the page of a night lists what was created on it; only nights with a run have one. */
    private static boolean hasPage(PageContext context, @Nullable LocalDate night) {
        return night != null && context.exists(SitePaths.night(night));
    }

    private static LongTable<NightNumbers> nights(PageContext context, List<NightNumbers> nights) {
        List<Table.Column<NightNumbers>> columns = new ArrayList<>(columns(context));
        if (nights.stream().anyMatch(night -> !NightOrigin.of(context, night).isInput())) {
            columns.add(Table.Column.shortText(
                    "Known from", n -> Cell.soft(NightOrigin.of(context, n).word())));
        }
        return new LongTable<>(
                "nights",
                "All nights",
                "an error or a cancelled run counts in no rate",
                "Nights, newest first",
                nights,
                columns,
                "No run with a date was loaded.");
    }

    private static List<Table.Column<NightNumbers>> columns(PageContext context) {
        return List.of(
                Table.Column.text("Night", n -> context.night(n.night())),
                Table.Column.number("Runs", n -> Format.grouped(n.tally().total())),
                Table.Column.number("Passed", n -> Words.fraction(n.tally())),
                Table.Column.number(
                        "Rate",
                        n -> Format.percent(n.tally().passed(), n.tally().valid())),
                Table.Column.bars("95 % interval", n -> Bar.cell(n.rate().shown())),
                Table.Column.text("Beside", n -> Cell.soft(Words.beside(n.tally()))),
                Table.Column.number("Scenarios", n -> Format.grouped(n.scenarios())),
                Table.Column.number("Mixed", n -> Format.grouped(n.mixed())),
                Table.Column.number("Tone", n -> Format.score(n.tone().meanOverall())));
    }
}
