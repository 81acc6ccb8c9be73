package dev.callsheet.corpus;

import dev.callsheet.model.Problem;
import dev.callsheet.model.RunList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Says when saved pages of a run list are not the whole list: a first page of 50 of 214 is no full history. */
final class Listing {

    private Listing() {}

    /** @param listed how many different runs all pages together name, entries that could not be used among them */
    static void check(List<RunList> lists, long listed, Consumer<Problem> problems) {
        lists.stream()
                .filter(list -> list.totalCount() != null && list.totalCount() > listed)
                .max(Comparator.comparing((RunList list) -> list.totalCount())
                        .thenComparing(RunList::place, Places.ORDER.reversed()))
                .ifPresent(list -> problems.accept(new Problem(
                        Problem.Kind.INCOMPLETE,
                        Problem.Severity.WARNING,
                        list.place().at("total_count"),
                        null,
                        list.totalCount() + " runs, as the list says",
                        listed + " runs in all saved pages together",
                        "save the remaining pages of the list as well")));
    }
}
