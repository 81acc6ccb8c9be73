package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;

import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Scenarios over the fourteen nights that end with 14 April 2026. */
final class Fortnight {

    private Fortnight() {}

    /** @param outcomes by the day of April: P passed, F failed, E error, for each run of the night */
    static List<GivenRun> of(String scenario, IntFunction<String> outcomes) {
        List<GivenRun> runs = new ArrayList<>();
        for (int day = 1; day <= 14; day++) {
            for (int i = 0; i < outcomes.apply(day).length(); i++) {
                runs.add(run(scenario + "-" + day + "-" + i)
                        .of(scenario)
                        .status(status(outcomes.apply(day).charAt(i)))
                        .at(String.format(Locale.ROOT, "2026-04-%02d", day))
                        .lasting(60_000));
            }
        }
        return runs;
    }

    /** Passes every run but fell tonight: {@code fell}; fell, and healed, on the tenth: {@code down} and {@code up}. */
    static List<Given> suite() {
        return Stream.of(
                        of("fell", day -> day < 14 ? "PPP" : "FFF"),
                        of("down", day -> day < 10 ? "PPP" : "FFF"),
                        of("up", day -> day < 10 ? "FFF" : "PPP"),
                        of("steady", day -> "PPP"),
                        of("flaky", day -> "PFP"))
                .<Given>flatMap(List::stream)
                .toList();
    }

    private static String status(char outcome) {
        return switch (outcome) {
            case 'P' -> "PASSED";
            case 'F' -> "FAILED";
            default -> "ERROR";
        };
    }
}
