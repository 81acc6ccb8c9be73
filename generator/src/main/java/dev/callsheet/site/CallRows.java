package dev.callsheet.site;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.Turn;
import dev.callsheet.site.TurnAlignment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The turns of a call as a page shows them: in stretches, and beside those of the nearest pass where there is one. */
final class CallRows {

    /** Turns of a longer call have headings between them. */
    static final int STRETCH = 20;

    /** Characters of the nearest pass on one page, shared among its turns: whole it stands on its own page. */
    private static final int MOST_CHARACTERS_OF_PASS = 30_000;

    private CallRows() {}

    /**
     * Some turns under a heading.
     *
     * @param title empty where the call is short
     */
    public record Stretch(String title, List<Row> rows) {}

    /**
     * A row; it has a turn of the call, one of the nearest pass, or both.
     *
     * @param pass null where the call stands alone
     */
    public record Row(
            Transcript.@Nullable Line line, @Nullable Pass pass) {}

    /**
     * What the nearest pass has here.
     *
     * @param words how it compares
     * @param number of its turn there, from 1; 0 where it has none
     * @param turn the same in words, with a link where it has a page; null where it need not be named
     * @param text what is said, perhaps shortened; null where it need not be shown
     * @param anchor the id of a row that has no turn of the call; null for others
     */
    public record Pass(
            String cssClass,
            String words,
            int number,
            @Nullable Link turn,
            String who,
            @Nullable String text,
            @Nullable String anchor) {

        public boolean isSilent() {
            return text != null && text.isBlank();
        }
    }

    /** A call that stands alone. */
    static List<Stretch> alone(List<Transcript.Line> lines) {
        return stretches(lines.stream().map(line -> new Row(line, null)).toList());
    }

    /**
     * A call beside its nearest pass.
     *
     * @param lines the turns to show
     * @param rows those of the alignment that are shown
     */
    static List<Stretch> beside(
            List<Transcript.Line> lines, List<TurnAlignment.Row> rows, List<Turn> pass, @Nullable TurnPlaces places) {
        long shown = rows.stream().filter(CallRows::showsPass).count();
        int most = (int) (MOST_CHARACTERS_OF_PASS / Math.max(1, shown));
        List<Row> beside = new ArrayList<>();
        for (TurnAlignment.Row row : rows) {
            beside.add(new Row(row.here() == 0 ? null : lines.get(row.here() - 1), pass(row, pass, places, most)));
        }
        return stretches(beside);
    }

    private static Pass pass(TurnAlignment.Row row, List<Turn> pass, @Nullable TurnPlaces places, int most) {
        int number = row.there();
        String anchor = row.here() == 0 ? anchor(number) : null;
        if (number == 0) {
            return new Pass("here", "only in this call", number, null, "", null, anchor);
        }
        Turn turn = pass.get(number - 1);
        String text = showsPass(row) ? Shortened.of(turn.content(), most) : null;
        Link link = new Link(places == null ? null : places.of(number), "turn " + Format.grouped(number), false);
        return switch (row.kind()) {
            case SAME -> new Pass("same", "the same", number, row.here() == number ? null : link, "", text, anchor);
            case NEAR -> new Pass("near", "nearly so in the nearest pass", number, link, "", text, anchor);
            case ONLY_THERE ->
                new Pass("there", "only in the nearest pass", number, link, Transcript.who(turn.role()), text, anchor);
            default -> new Pass("otherwise", "otherwise in the nearest pass", number, link, "", text, anchor);
        };
    }

    /** The id of a row that only the nearest pass has. */
    static String anchor(int turn) {
        return "pass-" + turn;
    }

    private static boolean showsPass(TurnAlignment.Row row) {
        return row.there() > 0 && row.kind() != Kind.SAME;
    }

    private static List<Stretch> stretches(List<Row> rows) {
        if (rows.size() <= 2 * STRETCH) {
            return rows.isEmpty() ? List.of() : List.of(new Stretch("", rows));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += STRETCH) {
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + STRETCH));
            stretches.add(new Stretch(title(some), some));
        }
        return stretches;
    }

    /** By the turns of the call; where it has none of the rows, by those of the nearest pass. */
    private static String title(List<Row> rows) {
        List<Integer> call = rows.stream()
                .map(Row::line)
                .filter(Objects::nonNull)
                .map(Transcript.Line::number)
                .toList();
        if (!call.isEmpty()) {
            return span(call);
        }
        List<Integer> pass = rows.stream()
                .map(Row::pass)
                .filter(Objects::nonNull)
                .map(Pass::number)
                .toList();
        return span(pass) + " of the nearest pass";
    }

    private static String span(List<Integer> numbers) {
        return Parts.TURNS.heading(numbers.get(0), numbers.get(numbers.size() - 1));
    }
}
