package dev.callsheet.site;

import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of the report's memory wherever a reader may look for it. */
final class HistoryWords {

    private HistoryWords() {}

    /** One sentence for each source that could not be read: why, and where trends start instead. */
    static List<String> notices(Report report) {
        String start = start(report);
        return report.history().sources().stream()
                .filter(source -> source.failure() != null)
                .map(source -> "History could not be read: " + source.name() + " "
                        + withoutStop(String.valueOf(source.failure())) + "." + start)
                .toList();
    }

    private static String start(Report report) {
        List<NightNumbers> nights = report.analysis().nightNumbers();
        if (nights.isEmpty()) {
            return "";
        }
        return nights.size() == 1
                ? " Trends start tonight."
                : " Trends start with " + Format.longDate(nights.get(0).night()) + ".";
    }

    private static String withoutStop(String sentence) {
        String words = sentence.strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    /** In a few words: "history of 30 nights from https://example.org/report". */
    static String brief(HistoryNumbers history) {
        if (history.sources().isEmpty()) {
            return "no history beyond the files loaded";
        }
        String read = history.sources().stream()
                .filter(source -> source.failure() == null)
                .map(HistoryNumbers.Source::name)
                .collect(Collectors.joining(" and "));
        return read.isEmpty()
                ? "history could not be read"
                : "history of " + Format.count(history.nights(), "night") + " from " + read;
    }
}
