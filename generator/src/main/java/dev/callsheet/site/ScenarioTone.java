package dev.callsheet.site;

import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
                                : ""),
                Table.of(
                        "Tone dimensions of the scenario",
                        scored ? List.of(ToneDimension.values()) : List.of(),
                        columns),
                "No run of this scenario has a tone score.");
    }

    private static String sd(ToneNumbers.@Nullable Dimension numbers) {
        return Format.score(numbers == null ? null : numbers.summary().sampleSd());
    }
}
