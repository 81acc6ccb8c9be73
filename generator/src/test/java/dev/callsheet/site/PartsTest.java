package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.output.SafePath;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long tables, and how they are cut. */
class PartsTest {

    private static final int MOST = Parts.ROWS.most();

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void evenNoRowsNeedAPage() {
        assertThat(Parts.ROWS.count(0)).isEqualTo(1);
        assertThat(Parts.ROWS.count(MOST)).isEqualTo(1);
        assertThat(Parts.ROWS.count(MOST + 1)).isEqualTo(2);
        assertThat(Parts.ROWS.of(List.of(), 1)).isEmpty();
    }

    @Test
    void thePartsTogetherAreAllRowsInTheirOrder() {
        List<Integer> all = IntStream.range(0, 2 * MOST + 1).boxed().toList();
        List<Integer> together = new ArrayList<>();
        for (int part = 1; part <= Parts.ROWS.count(all.size()); part++) {
            List<Integer> rows = Parts.ROWS.of(all, part);
            assertThat(rows).hasSizeBetween(1, MOST);
            together.addAll(rows);
        }
        assertThat(together).isEqualTo(all);
    }

    @Test
    void aPartSaysWhichRowsItHolds() {
        assertThat(Parts.ROWS.note(MOST, 1)).isEmpty();
        assertThat(Parts.ROWS.note(1234, 2)).isEqualTo("rows 301 to 600 of 1\u202f234");
        assertThat(Parts.ROWS.note(1234, 5)).isEqualTo("rows 1\u202f201 to 1\u202f234 of 1\u202f234");
    }

    @Test
    void furtherPartsStandBesideTheFirst() {
        SafePath first = new SafePath("scenarios/index.html");
        assertThat(Parts.path(first, 1)).isEqualTo(first);
        assertThat(Parts.path(first, 12)).isEqualTo(new SafePath("scenarios/index-12.html"));
    }

    @Test
    void everyPartLeadsToTheOthers() {
        SitePlan plan = Plans.of(corpora.of(scenarios(4 * MOST)));
        assertThat(more(plan, 1))
                .containsExactly(
                        new Link("index-2.html", "next rows 301 to 600", false, "next"),
                        new Link("index-4.html", "last rows 901 to 1\u202f200", false));
        assertThat(more(plan, 2)).extracting(Link::href).containsExactly("index.html", "index-3.html", "index-4.html");
        assertThat(more(plan, 3))
                .extracting(Link::text)
                .containsExactly("first rows 1 to 300", "previous rows 301 to 600", "next rows 901 to 1\u202f200");
        assertThat(more(plan, 4)).extracting(Link::href).containsExactly("index.html", "index-3.html");
    }

    @Test
    void aFurtherPartHoldsItsRowsAndNothingElse() {
        SitePlan plan = Plans.of(corpora.of(scenarios(MOST + 1)));
        Page page = plan.page(Parts.path(SitePaths.SCENARIOS, 2));
        assertThat(page.template()).isEqualTo("rows");
        assertThat(page.frame().crumbs()).containsExactly(new Link("index.html", "Scenarios", false));
        RowsPage.View view = (RowsPage.View) page.view();
        assertThat(view.rows().table().rows()).hasSize(1);
        assertThat(view.rows().note())
                .endsWith("as high as their pass rate; row 301 of 301; sorting and filters keep to this page");
    }

    @Test
    void aTableWithoutFurtherPagesSaysWhatItLeavesOut() {
        assertThat(numbers(MOST, "").only("data/x.csv").note()).isEmpty();
        Section cut = numbers(MOST + 1, "smallest first").only("data/x.csv");
        assertThat(cut.note()).isEqualTo("smallest first; the first 300 of 301, all are in data/x.csv");
        assertThat(cut.table().rows()).hasSize(MOST);
        assertThat(cut.more()).isEmpty();
    }

    private static LongTable<Integer> numbers(int rows, String note) {
        return new LongTable<>(
                "x",
                "X",
                note,
                "Numbers",
                IntStream.range(0, rows).boxed().toList(),
                List.of(Table.Column.number("n", (Integer n) -> n.toString())),
                "None.");
    }

    private static List<Given> scenarios(int count) {
        return IntStream.range(0, count)
                .<Given>mapToObj(i -> run("r" + i).of("s" + i))
                .toList();
    }

    private static List<Link> more(SitePlan plan, int part) {
        Object view = plan.page(Parts.path(SitePaths.SCENARIOS, part)).view();
        return view instanceof RowsPage.View rows
                ? rows.rows().more()
                : ((ScenariosPage.View) view).scenarios().more();
    }
}
