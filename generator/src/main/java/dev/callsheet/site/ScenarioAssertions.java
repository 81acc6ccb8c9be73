package dev.callsheet.site;

import dev.callsheet.metrics.AssertionNumbers;
import dev.callsheet.metrics.AssertionWords;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.AssertionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the assertions of a scenario gave, and which of its definition gave nothing. */
final class ScenarioAssertions {

    private ScenarioAssertions() {}

    private record Row(
            String words,
            Rate failed,
            @Nullable Double proven,
            long alone,
            long unknown,
            @Nullable AssertionDefinition definition) {

        String weight() {
            return definition == null
                    ? ""
                    : AssertionDefinitions.weight(definition) + ", " + AssertionDefinitions.required(definition);
        }

        String note() {
            if (failed.n() > 0) {
                return unknown == 0 ? "" : unknown + " without a verdict";
            }
            return unknown == 0 ? "no result loaded" : "never a verdict in " + Format.count(unknown, "result");
        }
    }

    /** What failed or may, then what never failed in many evaluations, if anything. */
    static List<Section> of(PageContext context, ScenarioNumbers scenario) {
        List<Section> sections = new ArrayList<>();
        sections.add(failed(context, scenario));
        List<AssertionNumbers> steady = scenario.assertions().stream()
                .filter(AssertionNumbers::neverFailed)
                .toList();
        if (!steady.isEmpty()) {
            sections.add(neverFailed(context, steady, List.of()));
        }
        return sections;
    }

    /** @param before columns that stand first */
    static Section neverFailed(
            PageContext context, List<AssertionNumbers> steady, List<Table.Column<AssertionNumbers>> before) {
        List<Table.Column<AssertionNumbers>> columns = new ArrayList<>(before);
        columns.add(Table.Column.text("Assertion", a -> Cell.text(AssertionWords.of(a.key(), a.definition()))));
        columns.add(Table.Column.number("Evaluations", a -> Format.grouped(a.evaluated())));
        return new LongTable<>(
                        "never-failed",
                        "Never failed",
                        "in so many evaluations that they fail rarely at most; that they are not needed does not follow",
                        "Assertions that never failed in many evaluations",
                        steady,
                        columns,
                        "")
                .only("data/report.json")
                .with(Verdicts.rule(context, "How many evaluations are many", "rule-7-3"));
    }

    private static Section failed(PageContext context, ScenarioNumbers scenario) {
        List<Row> rows = new ArrayList<>();
        for (AssertionNumbers numbers : scenario.assertions()) {
            if (!numbers.neverFailed()) {
                rows.add(new Row(
                        AssertionWords.of(numbers.key(), numbers.definition()),
                        numbers.failShare(),
                        numbers.provenFailShare(),
                        numbers.soleCause(),
                        numbers.unknown(),
                        numbers.definition()));
            }
        }
        if (!scenario.assertions().isEmpty()) {
            unseen(scenario)
                    .forEach(definition -> rows.add(
                            new Row(AssertionDefinitions.name(definition), Rate.of(0, 0), null, 0, 0, definition)));
        }
        return new Section(
                "assertions",
                "What failed",
                "those that most failed runs are down to first, then by the share that surely fails; share of results that "
                        + "failed, with 95 % interval; alone: nothing else failed in the run",
                Table.of("Assertions of the scenario, those that most failed runs are down to first", rows, columns()),
                scenario.assertions().isEmpty()
                        ? "No assertion result was loaded."
                        : "No assertion failed, and each was evaluated often.",
                scenario.assertions().isEmpty()
                        ? List.of()
                        : List.of(Verdicts.rule(context, "How assertions are ranked", "rule-7-2")));
    }

    private static List<Table.Column<Row>> columns() {
        return List.of(
                Table.Column.text("Assertion", row -> Cell.text(row.words())),
                Table.Column.number("Failed", row -> Words.fraction(row.failed())),
                Table.Column.number(
                        "Share",
                        row -> Format.percent(
                                row.failed().passed(), row.failed().n())),
                Table.Column.bars("Share that failed", row -> Bar.cell(row.failed())),
                Table.Column.number("Surely", row -> Format.percent(row.proven())),
                Table.Column.number(
                        "Alone", row -> row.failed().n() == 0 ? Format.UNDEFINED : Format.grouped(row.alone())),
                Table.Column.text("Weight", row -> Cell.soft(row.weight())),
                Table.Column.text("Note", row -> Cell.soft(row.note())));
    }

    /** Assertions of the definition that no run names; those without an id cannot be told. */
    private static List<AssertionDefinition> unseen(ScenarioNumbers scenario) {
        if (scenario.definition() == null) {
            return List.of();
        }
        Set<@Nullable String> seen = scenario.assertions().stream()
                .map(numbers -> numbers.key().id())
                .collect(Collectors.toSet());
        return scenario.definition().assertions().stream()
                .filter(definition -> definition.id() != null && !seen.contains(definition.id()))
                .toList();
    }
}
