package dev.callsheet.site;

import dev.callsheet.report.HistoryNumbers;
import java.util.ArrayList;
import java.util.List;

/** The page that says what each file for programs holds, and what each column of it means. */
final class DataPage {

    private DataPage() {}

    public record View(String headline, List<String> lead, List<Section> sections) {}

    static Page make(PageContext context, List<DataFile> written) {
        List<DataFile> files = new ArrayList<>(written);
        HistoryNumbers.Kept kept = context.report().history().kept();
        if (kept.bytes() > 0) {
            files.add(history(kept));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(list(context, files));
        files.forEach(file -> sections.add(described(context, file)));
        List<String> lead = new ArrayList<>(List.of(
                "CSV files are UTF-8 with a header row and CRLF line ends; an empty cell is an undefined value, "
                        + "never a zero. A text that a spreadsheet would run as a formula begins with an apostrophe.",
                "Where a browser does not save a CSV file, as in Jenkins, the same with .txt behind its name can be read there.",
                "n is passed + failed runs and the denominator of a rate; errored, cancelled and unfinished runs "
                        + "are in no rate. Intervals are 95 %. Dates are nights, times are UTC."));
        if (context.report().baseUrl() == null) {
            lead.add(
                    "A feed of the nights, feed.atom, needs the address of the site (--base-url, site.base_url), which is "
                            + "not known; so do links in the files for CI.");
        }
        View view = new View("Every number of this report, as files.", List.copyOf(lead), List.copyOf(sections));
        return new Page(context.here(), "data", Frames.ofBar(context, "Data"), view);
    }

    /** What is kept for the next report lies in a directory, which one file lists. */
    private static DataFile history(HistoryNumbers.Kept kept) {
        return new DataFile(
                        SitePaths.HISTORY,
                        "What the next report needs to remember this one: "
                                + Format.count(kept.nights().size(), "night")
                                + " in data/history, a compressed file each and without any call, and this list of them. "
                                + "The size is that of all.")
                .written(kept.bytes());
    }

    private static Section list(PageContext context, List<DataFile> files) {
        Table table = Table.of(
                "Files for programs",
                files,
                List.of(
                        Table.Column.shortText(
                                "File", file -> Cell.link(file.path().relativeTo(context.here()), file.name())),
                        Table.Column.number("Size", DataPage::size),
                        Table.Column.text("What it holds", file -> Cell.text(holds(file)))));
        return new Section("files", "Files", "", table, "");
    }

    private static Section described(PageContext context, DataFile file) {
        Table columns = Table.of(
                "Columns of " + file.name(),
                file.columns(),
                List.of(
                        Table.Column.shortText("Column", column -> new Cell.Code(column.name())),
                        Table.Column.shortText(
                                "Type", column -> Cell.soft(column.type().words())),
                        Table.Column.text("Meaning", column -> Cell.text(column.meaning()))));
        String sorting = file.sorting().isEmpty() ? "" : "sorted by " + file.sorting();
        return new Section(
                file.name().replaceAll("[^a-z]+", "-"),
                file.name(),
                file.columns().isEmpty() ? size(file) : size(file) + "; one row " + file.what() + "; " + sorting,
                columns,
                file.what(),
                links(context, file));
    }

    private static List<Link> links(PageContext context, DataFile file) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(file.path().relativeTo(context.here()), "open " + file.name(), false));
        if (DataFile.isCsv(file.path())) {
            links.add(
                    new Link(DataFile.asText(file.path()).relativeTo(context.here()), "the same as plain text", false));
        }
        return links;
    }

    private static String holds(DataFile file) {
        return file.columns().isEmpty() ? file.what() : "one row " + file.what();
    }

    private static String size(DataFile file) {
        return file.size() == null ? Format.UNDEFINED : Format.bytes(file.size());
    }
}
