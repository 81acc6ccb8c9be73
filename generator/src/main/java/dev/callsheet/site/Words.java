package dev.callsheet.site;

import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one vocabulary of pages for what runs did. */
final class Words {

    private static final int MOST_NAMES = 3;

    private Words() {}

    /** Words of ours at the start of a sentence; at least one letter. */
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a scenario was called before, the latest first. */
    static String formerNames(ScenarioNumbers scenario) {
        List<String> names = scenario.formerNames();
        String first = names.stream().limit(MOST_NAMES).map(Words::quoted).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES
                ? first
                : first + " and " + Format.grouped(names.size() - (long) MOST_NAMES) + " more";
    }

    /** What is counted of texts, which earlier reports do not keep: " by runs of the input", or nothing without any. */
    static String ofInput(Report report) {
        return report.history().runs() == 0 ? "" : " by runs of the input";
    }

    /** "passed", "error", or the unknown word as it was given. */
    static String status(RunFacts facts) {
        return switch (facts.status()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case ERROR -> "error";
            case CANCELLED -> "cancelled";
            case PENDING -> "pending";
            case RUNNING -> "running";
            case UNKNOWN -> "unknown status “" + facts.statusText() + "”";
        };
    }

    static Cell.State state(RunFacts facts) {
        return new Cell.State(mark(facts.status()), status(facts));
    }

    static Mark mark(RunStatus status) {
        return switch (status) {
            case PASSED -> Mark.PASS;
            case FAILED -> Mark.FAIL;
            case ERROR -> Mark.ERROR;
            case CANCELLED -> Mark.NONE;
            case PENDING, RUNNING, UNKNOWN -> Mark.OPEN;
        };
    }

    /** A status of a batch or a set: the API's word as it is, marked where it is known. */
    static Cell.State state(String status) {
        RunStatus known = RunStatus.of(status);
        return new Cell.State(mark(known), known == RunStatus.UNKNOWN ? status : status.toLowerCase(Locale.ROOT));
    }

    /** What valid runs did, as a fact. */
    static Cell.State outcome(Tally tally) {
        return switch (tally.outcome()) {
            case ALL_PASSED -> new Cell.State(Mark.PASS, "all passed");
            case ALL_FAILED -> new Cell.State(Mark.FAIL, "all failed");
            case MIXED -> new Cell.State(Mark.MIXED, "mixed");
            case NONE -> withoutResult(tally);
        };
    }

    private static Cell.State withoutResult(Tally tally) {
        if (tally.total() == 0) {
            return new Cell.State(Mark.NONE, "not run");
        }
        if (tally.error() == tally.total()) {
            return new Cell.State(Mark.ERROR, "errors only");
        }
        return new Cell.State(tally.error() > 0 ? Mark.ERROR : Mark.NONE, "no result");
    }

    /** In quotation marks, unless it has some of its own: marks within marks are hard to read. */
    static String quoted(String words) {
        return words.contains("“") ? words : "“" + words + "”";
    }

    /** "3/5", or a dash. */
    static String fraction(Rate rate) {
        return rate.n() == 0 ? Format.UNDEFINED : Format.grouped(rate.passed()) + "/" + Format.grouped(rate.n());
    }

    static String fraction(Tally tally) {
        return fraction(Rate.of(tally));
    }

    /** "2 errors, 1 cancelled, 3 unfinished", or nothing. */
    static String beside(Tally tally) {
        List<String> parts = new ArrayList<>();
        if (tally.error() > 0) {
            parts.add(Format.count(tally.error(), "error"));
        }
        add(parts, tally.cancelled(), "cancelled");
        add(parts, tally.unfinished(), "unfinished");
        add(parts, tally.unknown(), "of unknown status");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(Format.grouped(count) + " " + word);
        }
    }
}
