package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "80, 1", "81, 2", "160, 2", "161, 3", "5000, 63"})
    void everyEightyTurnsAreAPage(int turns, int pages) {
        assertThat(Parts.TURNS.count(turns)).isEqualTo(pages);
    }

    @ParameterizedTest
    @CsvSource({"1, '#turn-1'", "80, '#turn-80'", "81, b.html#turn-81", "160, b.html#turn-160", "161, c.html#turn-161"})
    void aTurnIsFoundByItsNumber(int turn, String place) {
        assertThat(new TurnPlaces(List.of("", "b.html", "c.html")).of(turn)).isEqualTo(place);
    }

    @Test
    void everyTurnStandsOnOnePage() {
        List<Integer> turns = IntStream.rangeClosed(1, 200).boxed().toList();
        assertThat(IntStream.rangeClosed(1, 3).boxed().flatMap(part -> Parts.TURNS.of(turns, part).stream()))
                .containsExactlyElementsOf(turns);
        assertThat(Parts.TURNS.of(List.of(), 1)).isEmpty();
    }

    @Test
    void aLongCallIsPlannedAsSeveralPagesWithTheWayBetweenThem() {
        GivenRun call = run("r");
        for (int i = 0; i < 250; i++) {
            call.says("turn");
        }
        Pages pages = Pages.of(corpora.of(call));
        PageContext third = pages.at(Parts.path(SitePaths.run("r"), 3));
        assertThat(Parts.TURNS.links(
                        third,
                        SitePaths.run(pages.run("r").id()),
                        pages.run("r").turns(),
                        3))
                .extracting(Link::text)
                .containsExactly("first turns 1 to 80", "previous turns 81 to 160", "next turns 241 to 250");
        assertThat(Parts.TURNS.links(
                        third,
                        SitePaths.run(pages.run("r").id()),
                        pages.run("r").turns(),
                        1))
                .extracting(Link::text)
                .containsExactly("next turns 81 to 160", "last turns 241 to 250");
        assertThat(Parts.TURNS.links(
                        third,
                        SitePaths.run(pages.run("r").id()),
                        pages.run("r").turns(),
                        2))
                .allMatch(link -> link.href() != null);
        assertThat(TurnPlaces.seenFrom(third, pages.run("r")).of(161)).isEqualTo("#turn-161");
    }

    @Test
    void aFurtherPageHasTurnsAndTheWayBack() {
        GivenRun call = run("r").named("Lost parcel").failed();
        for (int i = 0; i < 81; i++) {
            call.says("turn " + i);
        }
        Pages pages = Pages.of(corpora.of(call));
        PageContext context = pages.at(Parts.path(SitePaths.run("r"), 2));
        CorpusRun run = pages.run("r");
        Page page = TurnsPage.make(
                context,
                pages.scenario("s"),
                run,
                RunPage.lines(pages.scenario("s"), run, pages.corpus().text(run)),
                2);
        assertThat(page.template()).isEqualTo("turns");
        TurnsPage.View view = (TurnsPage.View) page.view();
        assertThat(view.headline()).isEqualTo("Turn 81 of 81 of a failed call.");
        assertThat(page.frame().title()).isEqualTo("Lost parcel, run failed, turn 81");
        assertThat(view.run()).isEqualTo(context.href(pages.run("r")));
        assertThat(page.frame().crumbs()).endsWith(Link.to(view.run(), "the run"));
        assertThat(view.stretches().get(0).rows())
                .extracting(row -> Objects.requireNonNull(row.line()).text())
                .containsExactly("turn 80");
    }
}
