package dev.callsheet.site;

import dev.callsheet.site.TurnAlignment.Kind;
import dev.callsheet.site.TurnAlignment.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Where a call leaves the path of its nearest pass, in a sentence or two with links to the turns. */
final class PassWords {

    private PassWords() {}

    /**
     * The sentences, in pieces of which some are links.
     *
     * @param rows all rows of the two calls as far as they were compared
     * @param cut whether either call goes on beyond what was compared
     * @param link to where a row stands
     */
    static List<Link> of(List<Row> rows, boolean cut, Function<Row, Link> link) {
        int same = 0;
        while (same < rows.size() && rows.get(same).kind() == Kind.SAME) {
            same++;
        }
        if (same == rows.size()) {
            return cut
                    ? List.of(Link.plain(beginning(same) + "those beyond were not compared."))
                    : List.of(Link.plain("Turn for turn the nearest pass says the same,"
                            + " apart from case, spaces and punctuation: the words do not tell why this call failed."));
        }
        List<Link> sentence = new ArrayList<>();
        List<Row> rest = rows.subList(same, rows.size());
        Row first = rest.get(0);
        if (same > 0) {
            sentence.add(Link.plain(beginning(same)));
        }
        if (!cut && rest.stream().allMatch(row -> row.kind() == Kind.ONLY_HERE)) {
            sentence.add(Link.plain("there it ends, while "));
            sentence.add(link.apply(first));
            sentence.add(Link.plain(
                    rest.size() == 1 ? " stands in this call only." : " and what follows stand in this call only."));
            return sentence;
        }
        if (!cut && rest.stream().allMatch(row -> row.kind() == Kind.ONLY_THERE)) {
            sentence.add(Link.plain("there this call ends, while the nearest pass goes on with "));
            sentence.add(link.apply(first));
            sentence.add(Link.plain("."));
            return sentence;
        }
        sentence.add(same == 0 ? capital(link.apply(first)) : link.apply(first));
        sentence.add(Link.plain(parting(first)));
        rest.stream()
                .filter(row -> first.kind() == Kind.NEAR && row.kind() != Kind.SAME && row.kind() != Kind.NEAR)
                .findFirst()
                .ifPresent(row -> {
                    sentence.add(Link.plain(", "));
                    sentence.add(link.apply(row));
                    sentence.add(Link.plain(
                            (row.here() == 0 ? " of the nearest pass" : "") + " the first that is quite different"));
                });
        sentence.add(Link.plain("." + later(rest, cut)));
        return sentence;
    }

    private static String beginning(int same) {
        return same == 1
                ? "The first turn is as in the nearest pass; "
                : "The first " + Format.grouped(same) + " turns are as in the nearest pass; ";
    }

    private static Link capital(Link link) {
        return new Link(link.href(), Words.capital(link.text()), false);
    }

    private static String parting(Row first) {
        return switch (first.kind()) {
            case ONLY_HERE -> " stands in this call only";
            case ONLY_THERE -> " of the nearest pass has nothing like it here";
            case NEAR -> " is the first said in somewhat other words";
            default -> " is the first said otherwise";
        };
    }

    /** What of the call behind the first difference is the same again. */
    private static String later(List<Row> rest, boolean cut) {
        String compared = cut ? "compared " : "";
        List<Row> turns = rest.stream().skip(1).filter(row -> row.here() > 0).toList();
        long same = turns.stream().filter(row -> row.kind() == Kind.SAME).count();
        if (turns.isEmpty()) {
            return "";
        }
        if (same == 0) {
            return turns.size() == 1
                    ? " The turn after that is not the same either."
                    : " No turn of this call " + compared + "after the first difference is the same.";
        }
        if (same == turns.size()) {
            return same == 1
                    ? " The turn after that is the same again."
                    : " All turns " + compared + "after the first difference are the same again.";
        }
        return " Of the " + Format.grouped(turns.size()) + " turns " + compared + "after the first difference "
                + Format.grouped(same)
                + (same == 1 ? " is" : " are") + " the same.";
    }
}
