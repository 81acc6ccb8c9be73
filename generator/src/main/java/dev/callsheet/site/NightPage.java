package dev.callsheet.site;

import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.SetNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of one night: its scenarios, batches and sets, and nothing that a later night could change. */
final class NightPage {

    private NightPage() {}

    public record View(String headline, List<String> lead, List<Fact> facts, List<Section> sections) {}

    static Page make(PageContext context, NightNumbers night) {
        View view = new View(
                Headlines.ofNight(night.night(), night.tally()), lead(night), facts(night), sections(context, night));
        String title = "Night of " + Format.longDate(night.night());
        List<Link> crumbs = List.of(context.link(SitePaths.NIGHTS, "Nights"));
        return new Page(context.here(), "night", Frames.ofRecord(context, title, crumbs), view);
    }

    private static List<String> lead(NightNumbers night) {
        LocalDate against = night.against();
        RunChanges changes = night.changes();
        return against == null || changes == null ? List.of() : List.of(Headlines.ofChanges(against, changes));
    }

    private static List<Fact> facts(NightNumbers night) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "pass rate",
                Format.percent(night.tally().passed(), night.tally().valid())));
        facts.add(Fact.of("95 % interval", Format.interval(night.rate().shown().interval())));
        facts.add(Fact.of("beside", Words.beside(night.tally()).isEmpty() ? "nothing" : Words.beside(night.tally())));
        facts.add(Fact.of("scenarios", night.scenarios() + ", " + night.mixed() + " mixed"));
        facts.add(Fact.of("tone", night.tone().scored() + " of " + night.tone().valid() + " runs scored"));
        if (night.duration() != null && night.duration().median() != null) {
            facts.add(Fact.of(
                    "median duration",
                    Format.duration(Math.round(night.duration().median()))));
        }
        return facts;
    }

    private static List<Section> sections(PageContext context, NightNumbers night) {
        List<NightNumbers.ScenarioEntry> entries = night.entries().stream()
                .sorted(Comparator.comparing(NightPage::rate, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(entry -> context.label(entry.scenarioId())))
                .toList();
        Table table = Table.of(
                "Scenarios of the night, lowest pass rate first",
                entries,
                List.of(
                        Table.Column.text("Scenario", e -> context.scenario(e.scenarioId())),
                        Table.Column.text("Attempts", e -> context.squares(e.entry())),
                        Table.Column.number(
                                "Passed", e -> Words.fraction(e.entry().tally())),
                        Table.Column.bars(
                                "95 % interval", e -> Bar.cell(Rate.of(e.entry().tally()))),
                        Table.Column.text(
                                "Beside", e -> Cell.soft(Words.beside(e.entry().tally())))));
        return List.of(
                new Section("scenarios", "Scenarios", "lowest pass rate first", table, "No scenario ran."),
                new Section(
                        "batches",
                        "Batches",
                        "",
                        Tables.batches(context, batches(context, night.night())),
                        "No batch was created on this night."),
                new Section(
                        "sets",
                        "Simulation sets",
                        "",
                        Tables.sets(context, sets(context, night.night())),
                        "No simulation set was created on this night."));
    }

    static List<BatchNumbers> batches(PageContext context, LocalDate night) {
        return context.report().analysis().batches().stream()
                .filter(batch -> night.equals(batch.night()))
                .toList();
    }

    static List<SetNumbers> sets(PageContext context, LocalDate night) {
        return context.report().analysis().sets().stream()
                .filter(set -> night.equals(set.night()))
                .toList();
    }

    private static @Nullable Double rate(NightNumbers.ScenarioEntry entry) {
        return Rate.of(entry.entry().tally()).value();
    }
}
