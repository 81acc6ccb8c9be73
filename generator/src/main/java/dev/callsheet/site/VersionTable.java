package dev.callsheet.site;

import dev.callsheet.metrics.Comparison.Pair;
import dev.callsheet.metrics.VersionComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The table of two versions of a pathway, scenario by scenario. */
final class VersionTable {

    private static final int MOST = 20;

    /** So many letters are shown of what two names have in common, so that a reader finds the place. */
    private static final int BEFORE_PARTING = 4;

    private VersionTable() {}

    static Section section(PageContext context, VersionComparison versions, String id, String title) {
        List<Pair> pairs = versions.comparison().pairs().stream()
                .sorted(Comparator.comparing(Pair::q)
                        .thenComparing(Pair::p)
                        .thenComparing(pair -> context.label(pair.scenarioId()))
                        .thenComparing(Pair::scenarioId))
                .toList();
        List<Table.Column<Pair>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", pair -> context.scenario(pair.scenarioId())));
        columns.add(
                Table.Column.number(heading(versions.before(), versions.now()), pair -> Words.fraction(pair.before())));
        columns.add(
                Table.Column.number(heading(versions.now(), versions.before()), pair -> Words.fraction(pair.now())));
        columns.add(Table.Column.number("Change", ChangesTables::change));
        columns.add(Table.Column.differences("Change with 95 % interval", ChangesTables::bar));
        columns.add(Table.Column.number("q", ChangesTables::q));
        columns.add(Table.Column.shortText("Real?", pair -> real(context, pair)));
        if (!versions.coinciding().isEmpty()) {
            columns.add(Table.Column.text("Changed", pair -> changed(versions, pair)));
        }
        Section section = new LongTable<>(
                        id,
                        title,
                        note(versions),
                        "Scenarios under the two versions, the clearest difference first",
                        pairs,
                        columns,
                        "No scenario has a result under both.")
                .only(MOST, "data/report.json");
        return section.with(Verdicts.rule(context, "Which versions these are, and what they prove", "rule-2-8"));
    }

    /** The beginning of a version's name; where that is the other's too, what follows shortly before they part. */
    static String heading(String version, String other) {
        String beginning = Format.shortId(version);
        if (!beginning.equals(Format.shortId(other))) {
            return beginning;
        }
        int[] letters = version.codePoints().toArray();
        int from = Math.max(0, common(letters, other.codePoints().toArray()) - BEFORE_PARTING);
        return "…" + Format.shortId(new String(letters, from, letters.length - from));
    }

    /** How many letters two names have in common from their beginnings on. */
    private static int common(int[] one, int[] other) {
        int parting = Arrays.mismatch(one, other);
        return parting < 0 ? one.length : parting;
    }

    private static String note(VersionComparison versions) {
        return (versions.pathwayId().isEmpty() ? "" : "pathway " + versions.pathwayId() + "; ") + "first run on "
                + Format.longDate(versions.since());
    }

    private static Cell real(PageContext context, Pair pair) {
        Mark mark = pair.difference().difference() < 0 ? Mark.FAIL : Mark.PASS;
        return new Cell.Label(
                pair.real()
                        ? new Cell.State(mark, mark == Mark.FAIL ? "real, worse" : "real, better")
                        : new Cell.State(Mark.OPEN, "cannot tell"),
                Verdicts.rule(context, "rule-2-6"));
    }

    private static Cell changed(VersionComparison versions, Pair pair) {
        LocalDate night = versions.coinciding().get(pair.scenarioId());
        return night == null
                ? Cell.soft("")
                : Cell.text(Format.shortDate(night) + ", with the version: a likely cause");
    }
}
