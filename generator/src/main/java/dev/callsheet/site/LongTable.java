package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section whose table may have more rows than one page should; see {@link Parts}.
 *
 * @param id of the section's element
 * @param note a few words beside the heading; may be empty
 * @param caption what the rows are
 * @param rows all of them, in their order
 * @param otherwise what to say when there is none
 */
record LongTable<R>(
        String id,
        String title,
        String note,
        String caption,
        List<R> rows,
        List<Table.Column<R>> columns,
        String otherwise) {

    /**
     * The section with the rows of one part.
     *
     * @param first the page of the first part
     * @param part from 1
     */
    Section section(PageContext context, SafePath first, int part) {
        return new Section(
                id,
                title,
                notes(note(rows.size(), part)),
                Table.of(caption, Parts.ROWS.of(rows, part), columns),
                otherwise,
                Parts.ROWS.links(context, first, rows.size(), part));
    }

    private static String note(int rows, int part) {
        String note = Parts.ROWS.note(rows, part);
        return note.isEmpty() ? "" : note + "; sorting and filters keep to this page";
    }

    /** The section where the table has no further pages: more rows than one page holds are left out, and said so. */
    Section only(String whereRest) {
        return only(Parts.ROWS.most(), whereRest);
    }

    /** As {@link #only(String)}, with fewer rows. */
    Section only(int most, String whereRest) {
        String cut = rows.size() <= most
                ? ""
                : "the first " + Format.grouped(most) + " of " + Format.grouped(rows.size()) + ", all are in "
                        + whereRest;
        return new Section(
                id,
                title,
                notes(cut),
                Table.of(caption, rows.subList(0, Math.min(most, rows.size())), columns),
                otherwise);
    }

    private String notes(String more) {
        return Stream.of(note, more).filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
    }
}
