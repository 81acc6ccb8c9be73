package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Turn;
import dev.callsheet.site.TurnAlignment.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failed call with its nearest pass set beside it.
 *
 * @param pass its page, by the words of a column's head
 * @param when "of the same night", or of which
 * @param sentence where the two part, in pieces of which some are links
 * @param stretches the turns of both
 * @param rule how turns are compared
 * @param limits what of the two is not compared or not shown; empty when all is
 */
public record BesidePass(
        Link pass, String when, List<Link> sentence, List<CallRows.Stretch> stretches, List<Link> limits, Link rule) {

    /**
     * The turns on the page of the run.
     *
     * @param lines all turns of the call
     * @return null when one of the two has no transcript
     */
    static @Nullable BesidePass of(
            PageContext context,
            CorpusRun run,
            List<Turn> call,
            List<Transcript.Line> lines,
            CorpusRun twin,
            List<Turn> pass) {
        if (call.isEmpty() || pass.isEmpty()) {
            return null;
        }
        TurnPlaces here = TurnPlaces.seenFrom(context, run);
        TurnPlaces there = context.hasPage(twin) ? TurnPlaces.seenFrom(context, twin) : null;
        List<Row> rows = TurnAlignment.of(call, pass).rows();
        List<Row> shown = shown(rows);
        boolean cut = Math.max(call.size(), pass.size()) > TurnAlignment.MOST_TURNS;
        List<Link> sentence = new ArrayList<>(PassWords.of(rows, cut, row -> place(row, shown, here, there)));
        return new BesidePass(
                context.link(twin, "Nearest pass"),
                when(context, run, twin),
                sentence,
                CallRows.beside(lines, shown, pass, there),
                limits(call, pass, shown, cut, there),
                Verdicts.rule(context, "rule-8-4"));
    }

    private static String when(PageContext context, CorpusRun run, CorpusRun twin) {
        LocalDate night = context.report().analysis().nights().of(twin);
        if (night == null || night.equals(context.report().analysis().nights().of(run))) {
            return "of the same night";
        }
        return "of " + Format.longDate(night);
    }

    /** The rows that the first page of the call has room for. */
    private static List<Row> shown(List<Row> rows) {
        List<Row> shown = new ArrayList<>();
        for (Row row : rows) {
            if (row.here() > Parts.TURNS.most()) {
                break;
            }
            if (row.here() > 0 || row.there() <= Parts.TURNS.most()) {
                shown.add(row);
            }
        }
        return shown;
    }

    private static Link place(Row row, List<Row> shown, TurnPlaces here, @Nullable TurnPlaces there) {
        String turn = "turn " + Format.grouped(Math.max(row.here(), row.there()));
        if (row.here() > 0) {
            return Link.to(here.of(row.here()), "turn " + Format.grouped(row.here()));
        }
        if (shown.contains(row)) {
            return Link.to("#" + CallRows.anchor(row.there()), turn);
        }
        return new Link(there == null ? null : there.of(row.there()), turn, false);
    }

    private static List<Link> limits(
            List<Turn> call, List<Turn> pass, List<Row> shown, boolean cut, @Nullable TurnPlaces there) {
        List<Link> limits = new ArrayList<>();
        if (call.size() > Parts.TURNS.most()) {
            limits.add(Link.plain("The nearest pass stands beside the first " + Parts.TURNS.most() + " turns only."));
        }
        if (cut) {
            limits.add(Link.plain("Compared are the first " + TurnAlignment.MOST_TURNS + " turns of either call."));
        }
        int last = shown.stream().mapToInt(Row::there).max().orElse(0);
        if (last < pass.size() && call.size() <= Parts.TURNS.most()) {
            String more = Format.count((long) pass.size() - last, "more turn") + " of the nearest pass";
            limits.add(there == null ? Link.plain(more + ".") : Link.to(there.of(last + 1), more));
        }
        return limits;
    }
}
