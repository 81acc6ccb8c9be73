package dev.callsheet.testing;

import dev.callsheet.model.RecordSink;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nights of runs written in letters: P passed, F failed, E ended in an error, C was cancelled. */
public final class GivenSuite implements Given {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    private final List<Given> records = new ArrayList<>();

    /** A scenario that promotion requires, named as its id in capitals. */
    public GivenSuite required(String scenario) {
        return and(Given.scenario(scenario)
                .named(scenario.toUpperCase(Locale.ROOT))
                .required());
    }

    public GivenSuite and(Given record) {
        records.add(record);
        return this;
    }

    /** The runs of a scenario on some nights, the first of which is 1 April. */
    public GivenSuite runs(String scenario, int nights, String outcomes) {
        for (int night = 1; night <= nights; night++) {
            night(scenario, night, outcomes);
        }
        return this;
    }

    /** The runs of a scenario on one night, counted from 1 April as 1. */
    public GivenSuite night(String scenario, int night, String outcomes) {
        for (int i = 0; i < outcomes.length(); i++) {
            records.add(run(scenario, night).status(status(outcomes.charAt(i))));
        }
        return this;
    }

    /** Passed runs of a scenario on one night with an overall tone score. */
    public GivenSuite tone(String scenario, int night, int runs, String overall) {
        for (int i = 0; i < runs; i++) {
            records.add(run(scenario, night).tone(ToneDimension.OVERALL, overall));
        }
        return this;
    }

    /** Passed runs of a scenario on the first night with a number of turns. */
    public GivenSuite turns(String scenario, int runs, int turns) {
        for (int i = 0; i < runs; i++) {
            records.add(run(scenario, 1).turns(turns));
        }
        return this;
    }

    private GivenRun run(String scenario, int night) {
        return Given.run("r" + records.size())
                .of(scenario)
                .at(FIRST.plusDays(night - 1).toString());
    }

    private static String status(char letter) {
        return switch (letter) {
            case 'P' -> "PASSED";
            case 'F' -> "FAILED";
            case 'E' -> "ERROR";
            case 'C' -> "CANCELLED";
            default -> throw new IllegalArgumentException("no status: " + letter);
        };
    }

    @Override
    public void to(RecordSink sink) {
        records.forEach(record -> record.to(sink));
    }
}
