package dev.callsheet.site;

import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.model.Problem;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of problems: everything in the input that was left out, contradicted itself, or should be doubted. */
final class ProblemsPage {

    private ProblemsPage() {}

    public record View(String headline, List<String> lead, List<Section> sections) {}

    /** @param part of the table, from 1 */
    static Page make(PageContext context, int part) {
        List<Problem> problems = context.report().problems();
        Section table = table(problems).section(context, SitePaths.PROBLEMS, part);
        if (part > 1) {
            return RowsPage.make(context, "Problems", List.of(context.link(SitePaths.PROBLEMS, "Problems")), table);
        }
        View view = new View(
                headline(problems, context.report().analysis().fetch()),
                lead(problems),
                problems.isEmpty() ? List.of() : List.of(table));
        return new Page(context.here(), "problems", Frames.ofBar(context, "Problems"), view);
    }

    private static String headline(List<Problem> problems, @Nullable FetchNumbers fetch) {
        if (problems.isEmpty()) {
            return "No problems: everything in the input could be used as it stands.";
        }
        long lost = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        return Format.count(problems.size(), "problem") + " in the input; "
                + (lost == 0
                        ? "no file or record was lost"
                        : Format.count(lost, "file or record", "files or records") + " left out")
                + (fetch == null || fetch.complete() ? "." : ", and the fetch was not complete.");
    }

    private static List<String> lead(List<Problem> problems) {
        return problems.isEmpty()
                ? List.of()
                : List.of(
                        "What could not be used was left out and is named here; contradictions and doubtful values were kept as each line says.");
    }

    /** What went wrong, in a few words. */
    private static String words(Problem.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "file not readable";
            case SYNTAX -> "not well-formed JSON";
            case API_ERROR -> "error answer of the API";
            case SKIPPED -> "skipped, no test result";
            case REJECTED -> "record left out";
            case VALUE -> "value left out";
            case CONFLICT -> "contradiction";
            case DOUBTFUL -> "kept, but doubtful";
            case INCOMPLETE -> "incomplete";
        };
    }

    private static LongTable<Problem> table(List<Problem> problems) {
        return new LongTable<>(
                "problems",
                "All problems",
                "what was lost first",
                "Problems by kind, file and place",
                problems.stream().sorted(Comparator.comparing(Problem::kind)).toList(),
                List.of(
                        Table.Column.text("Where", p -> new Cell.Code(p.place().toString())),
                        Table.Column.choice("Problem", p -> Cell.text(words(p.kind()))),
                        Table.Column.text("Expected", p -> Cell.text(p.expected())),
                        Table.Column.text("Found", p -> Cell.text(p.found())),
                        Table.Column.text("What came of it", p -> Cell.soft(p.hint()))),
                "");
    }
}
