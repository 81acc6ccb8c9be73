package dev.callsheet.site;

import dev.callsheet.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of problems: everything in the input that was left out, contradicted itself, or should be doubted. */
final class ProblemsPage {

    private ProblemsPage() {}

    public record View(String headline, List<String> lead, List<Section> sections) {}

    static Page make(PageContext context) {
        List<Problem> problems = context.report().problems();
        List<Section> sections = new ArrayList<>();
        for (Problem.Kind kind : Problem.Kind.values()) {
            List<Problem> ofKind =
                    problems.stream().filter(problem -> problem.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                sections.add(table(kind, ofKind).only("data/problems.csv"));
            }
        }
        View view = new View(headline(problems), lead(problems), sections);
        return new Page(context.here(), "problems", Frames.ofBar(context, "Problems"), view);
    }

    private static String headline(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "No problems: everything in the input could be used as it stands.";
        }
        long lost = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        return Format.count(problems.size(), "problem") + " in the input; "
                + (lost == 0
                        ? "no file or record was lost."
                        : Format.count(lost, "file or record", "files or records") + " left out.");
    }

    private static List<String> lead(List<Problem> problems) {
        return problems.isEmpty()
                ? List.of()
                : List.of(
                        "What could not be used was left out and is named here; contradictions and doubtful values were kept as each line says.");
    }

    private static String title(Problem.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "Files that could not be read";
            case SYNTAX -> "Not well-formed JSON";
            case API_ERROR -> "Error answers of the API";
            case SKIPPED -> "Skipped: not a test result";
            case REJECTED -> "Records left out";
            case VALUE -> "Values left out";
            case CONFLICT -> "Contradictions";
            case DOUBTFUL -> "Kept, but doubtful";
            case INCOMPLETE -> "Incomplete";
        };
    }

    private static LongTable<Problem> table(Problem.Kind kind, List<Problem> problems) {
        return new LongTable<>(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                title(kind),
                Format.grouped(problems.size()),
                "Problems of one kind, by file and place",
                problems,
                List.of(
                        Table.Column.text("Where", p -> new Cell.Code(p.place().toString())),
                        Table.Column.text("Expected", p -> Cell.text(p.expected())),
                        Table.Column.text("Found", p -> Cell.text(p.found())),
                        Table.Column.text("What to do", p -> Cell.soft(p.hint()))),
                "");
    }
}
