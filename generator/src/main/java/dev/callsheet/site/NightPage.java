package dev.callsheet.site;

import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.output.SafePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of one night: its scenarios, batches and sets, and nothing that a later night could change. */
final class NightPage {

    private NightPage() {}

    public record View(String headline, List<String> lead, List<Fact> facts, List<Section> sections) {}

    /** @param part of the table of scenarios, from 1 */
    static Page make(PageContext context, NightNumbers night, int part) {
        SafePath first = SitePaths.night(night.night());
        Section scenarios = scenarios(context, night).section(context, first, part);
        String title = "Night of " + Format.longDate(night.night());
        if (part > 1) {
            return RowsPage.make(context, title, Frames.crumbsOf(context, night.night()), scenarios);
        }
        List<Section> sections = new ArrayList<>();
        if (night.night().equals(context.report().analysis().night())) {
            sections.add(GateTable.section(context)); // earlier nights are not judged again
            if (!context.report().gate().mutes().isEmpty()) {
                sections.add(GateTable.mutes(context));
            }
        }
        sections.add(scenarios);
        Stream.of(batches(context, night), sets(context, night))
                .filter(section -> !section.table().isEmpty())
                .forEach(sections::add);
        View view =
                new View(Headlines.ofNight(night.night(), night.tally()), lead(context, night), facts(night), sections);
        List<Link> crumbs = List.of(context.link(SitePaths.NIGHTS, "Nights"));
        return new Page(context.here(), "night", Frames.ofRecord(context, title, crumbs), view);
    }

    private static List<String> lead(PageContext context, NightNumbers night) {
        LocalDate against = night.against();
        RunChanges changes = night.changes();
        List<String> lead = new ArrayList<>();
        if (night.night().equals(context.report().analysis().night())) {
            lead.add(GateSummary.of(context.report(), context::label).sentence());
        }
        if (against != null && changes != null) {
            lead.add(Headlines.ofChanges(against, changes));
        }
        lead.addAll(PromotionWords.ofNight(context.report().analysis(), night.night(), context::label));
        lead.addAll(NightOrigin.of(context, night).sentences());
        return lead;
    }

    private static List<Fact> facts(NightNumbers night) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "pass rate",
                Format.percent(night.tally().passed(), night.tally().valid())));
        facts.add(Fact.of("95 % interval", Format.interval(night.rate().shown().interval())));
        facts.add(Fact.of("beside", Words.beside(night.tally()).isEmpty() ? "nothing" : Words.beside(night.tally())));
        facts.add(Fact.of("scenarios", night.scenarios() + ", " + night.mixed() + " mixed"));
        facts.add(Fact.of("tone", Tables.scored(night.tone())));
        if (night.duration() != null && night.duration().median() != null) {
            facts.add(Fact.of(
                    "median duration",
                    Format.duration(Math.round(night.duration().median()))));
        }
        return facts;
    }

    private static LongTable<NightNumbers.ScenarioEntry> scenarios(PageContext context, NightNumbers night) {
        List<NightNumbers.ScenarioEntry> entries = night.entries().stream()
                .sorted(Comparator.comparing(NightPage::rate, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(entry -> context.label(entry.scenarioId())))
                .toList();
        return new LongTable<>(
                "scenarios",
                "Scenarios",
                "lowest pass rate first",
                "Scenarios of the night, lowest pass rate first",
                entries,
                List.of(
                        Table.Column.text("Scenario", e -> context.scenario(e.scenarioId())),
                        Table.Column.squares("Attempts", e -> context.squares(e.entry())),
                        Table.Column.number(
                                "Passed", e -> Words.fraction(e.entry().tally())),
                        Table.Column.bars(
                                "95 % interval", e -> Bar.cell(Rate.of(e.entry().tally()))),
                        Table.Column.text(
                                "Beside", e -> Cell.soft(Words.beside(e.entry().tally())))),
                "No scenario ran.");
    }

    private static Section batches(PageContext context, NightNumbers night) {
        return Tables.batches(
                        context,
                        "Batches",
                        "",
                        context.report().analysis().batches().stream()
                                .filter(batch -> night.night().equals(batch.night()))
                                .toList(),
                        "")
                .only("data/batches.csv");
    }

    private static Section sets(PageContext context, NightNumbers night) {
        return Tables.sets(
                        context,
                        "Simulation sets",
                        "",
                        context.report().analysis().sets().stream()
                                .filter(set -> night.night().equals(set.night()))
                                .toList(),
                        "")
                .only("data/simulation_sets.csv");
    }

    private static @Nullable Double rate(NightNumbers.ScenarioEntry entry) {
        return Rate.of(entry.entry().tally()).value();
    }
}
