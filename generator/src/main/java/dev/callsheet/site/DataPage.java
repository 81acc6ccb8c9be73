package dev.callsheet.site;

import java.util.List;

/** The page that says what each file for programs holds. */
final class DataPage {

    private DataPage() {}

    public record View(String headline, List<String> lead, Section files) {}

    static Page make(PageContext context, List<DataFile> files) {
        Table table = Table.of(
                "Files for programs",
                files,
                List.of(
                        Table.Column.shortText("File", f -> Cell.link(f.path().relativeTo(context.here()), name(f))),
                        Table.Column.number("Size", f -> Format.bytes(f.size())),
                        Table.Column.text("What it holds", f -> Cell.text(f.what())),
                        Table.Column.text("Columns", f -> Cell.soft(f.columns()))));
        View view = new View(
                "Every number of this report, as files.",
                List.of(
                        "CSV files are UTF-8 with a header row and CRLF line ends; an empty cell is an undefined value, "
                                + "never a zero. A text that a spreadsheet would run as a formula begins with an apostrophe."),
                new Section("files", "Files", "", table, ""));
        return new Page(context.here(), "data", Frames.ofBar(context, "Data"), view);
    }

    private static String name(DataFile file) {
        return file.path().value().substring(file.path().value().lastIndexOf('/') + 1);
    }
}
