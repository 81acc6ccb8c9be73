package dev.callsheet.cli;

import static dev.callsheet.cli.Told.text;

import dev.callsheet.site.Format;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** What words a verdict on a scenario has: written here once more, from report.json alone. */
final class ToldVerdict {

    private ToldVerdict() {}

    static String words(JsonNode scenario, String night) {
        String improved = text(scenario, "event").equals("IMPROVED") ? ", but better" + when(scenario, night) : "";
        String unproven = hasPassed(scenario) ? "passing, not yet proven" : "failing, not yet proven";
        return switch (text(scenario, "headline")) {
            case "REGRESSED" -> "got worse" + when(scenario, night);
            case "FIXED" -> "fixed" + when(scenario, night);
            case "BROKEN" -> hasPassed(scenario) ? "mostly fails" : "always fails";
            case "FLAKY" -> "flaky" + improved;
            case "SUSPECT" -> "mixed, not proven" + improved;
            case "RELIABLE" -> "reliable";
            case "INSUFFICIENT" -> unproven;
            case "NEW" -> "new, " + unproven;
            case "INFRA" -> "errors only";
            case "NO_DATA" -> "not run";
            default -> throw new AssertionError(scenario);
        };
    }

    /** A pattern of what the headline of a scenario's page says at least. */
    static String sentence(JsonNode scenario, String night) {
        String passes = hasPassed(scenario) ? "passes" : "fails";
        return switch (text(scenario, "headline")) {
            case "SUSPECT" -> " is mixed";
            case "RELIABLE" -> " is reliable";
            case "INSUFFICIENT" -> " " + passes + ", but";
            case "NEW" -> " is new and " + passes;
            case "INFRA" -> " nothing but errors";
            case "NO_DATA" -> "^No run of | has no result";
            default -> words(scenario, night);
        };
    }

    static String when(JsonNode scenario, String night) {
        String since = text(scenario, "event_since");
        return since.equals(night) ? " tonight" : " since " + Format.shortDate(LocalDate.parse(since));
    }

    private static boolean hasPassed(JsonNode scenario) {
        return scenario.at("/regime/passed").asLong(0) > 0;
    }
}
