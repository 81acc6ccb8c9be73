package dev.callsheet.site;

import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.metrics.ToneTrend;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the calls of a scenario sounded: its dimensions with their spread, and their course. */
final class ScenarioTone {

    private static final int BEHIND_MEAN = 2;

    private ScenarioTone() {}

    static Section of(PageContext context, ScenarioNumbers scenario) {
        LocalDate night = context.report().analysis().night();
        ToneNumbers tone = scenario.tone();
        boolean scored = tone.scored() > 0;
        List<Table.Column<ToneDimension>> columns = new ArrayList<>(Tables.toneColumns(tone));
        columns.add(BEHIND_MEAN, Table.Column.number("sd", d -> sd(tone.get(d))));
        List<ToneTrend> trends =
                context.report().analysis().toneEvidence().scenarios().getOrDefault(scenario.id(), List.of());
        columns.add(Table.Column.text("Changed", d -> changes(trends, d)));
        if (night != null) {
            columns.add(Table.Column.drawn(
                    "Night by night", d -> Spark.cell(d.title(), Spark.means(scenario.entries(), d), night)));
        }
        return new Section(
                "tone",
                "Tone",
                Tables.toneNote(tone)
                        + (scored && night != null
                                ? "; drawn: the mean of each night over the last " + Strip.DAYS + " days"
                                : "")
                        + unchanged(trends),
                Table.of(
                        "Tone dimensions of the scenario",
                        scored ? List.of(ToneDimension.values()) : List.of(),
                        columns),
                "No run of this scenario has a tone score.");
    }

    private static Cell changes(List<ToneTrend> trends, ToneDimension dimension) {
        return Cell.text(trends.stream()
                .filter(trend -> trend.dimension() == dimension)
                .flatMap(trend -> trend.changes().stream())
                .map(change -> ToneChangeWords.shift(change.shift().value()) + ", " + ToneChangeWords.course(change))
                .collect(Collectors.joining("; ")));
    }

    /** What is said in place of changes where there are none. */
    private static String unchanged(List<ToneTrend> trends) {
        int nights = trends.stream().mapToInt(ToneTrend::nights).max().orElse(0);
        if (nights == 0 || trends.stream().anyMatch(trend -> !trend.changes().isEmpty())) {
            return "";
        }
        return nights < ToneTrend.FEWEST_NIGHTS
                ? "; too early to tell a change: " + ToneChangeWords.tooShort(nights)
                : "; no change found in " + Format.count(nights, "night");
    }

    private static String sd(ToneNumbers.@Nullable Dimension numbers) {
        return Format.score(numbers == null ? null : numbers.summary().sampleSd());
    }
}
