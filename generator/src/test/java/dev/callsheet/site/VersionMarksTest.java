package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where runs name another version of their pathway. */
class VersionMarksTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 4, 13);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theFirstVersionThatIsNamedIsNoChange() {
        assertThat(marks(run("a").at("2026-04-12"), run("b").at("2026-04-13").version("42")))
                .isEmpty();
    }

    @Test
    void aVersionIsNewAgainstTheNearestEarlierNightThatNamesAny() {
        assertThat(marks(
                        run("a").at("2026-04-10").version("42"),
                        run("b").at("2026-04-11"),
                        run("c").at("2026-04-12").version("42"),
                        run("d").at("2026-04-13").version("43"),
                        run("e").at("2026-04-15").version("42")))
                .containsExactly(
                        new VersionMark(NIGHT, List.of("43")),
                        new VersionMark(LocalDate.of(2026, 4, 15), List.of("42")));
    }

    @Test
    void aNightOfTwoVersionsIsMarkedOnceAndItsEndIsNot() {
        assertThat(marks(
                        run("a").at("2026-04-12").version("42"),
                        run("b").at("2026-04-13").version("42"),
                        run("c").at("2026-04-13").version("43"),
                        run("d").at("2026-04-14").version("43")))
                .containsExactly(new VersionMark(NIGHT, List.of("43")));
    }

    @Test
    void eachPathwayHasVersionsOfItsOwn() {
        Analysis analysis = analysis(
                run("a").of("s").pathway("p").at("2026-04-12").version("42"),
                run("b").of("t").pathway("q").at("2026-04-12").version("7"),
                run("c").of("s").pathway("p").at("2026-04-13").version("7"),
                run("d").of("t").pathway("q").at("2026-04-14").version("7"));
        assertThat(VersionMarks.of(analysis)).containsExactly(new VersionMark(NIGHT, List.of("7")));
    }

    @Test
    void theVersionOfMostRunsComesFirst() {
        Analysis analysis = analysis(
                run("a").of("s").pathway("p").at("2026-04-12").version("42"),
                run("b").of("t").pathway("q").at("2026-04-12").version("7"),
                run("c").of("s").pathway("p").at("2026-04-13").version("43"),
                run("d").of("t").pathway("q").at("2026-04-13").version("8"),
                run("e").of("t").pathway("q").at("2026-04-13").version("8"));
        assertThat(VersionMarks.of(analysis)).containsExactly(new VersionMark(NIGHT, List.of("8", "43")));
    }

    @Test
    void aScenarioIsAskedAlone() {
        Analysis analysis = analysis(
                run("a").of("s").at("2026-04-12").version("42"),
                run("b").of("t").at("2026-04-12").version("43"),
                run("c").of("s").at("2026-04-13").version("43"));
        assertThat(VersionMarks.of(analysis)).isEmpty();
        assertThat(VersionMarks.of(analysis.scenarios().get(0).entries()))
                .containsExactly(new VersionMark(NIGHT, List.of("43")));
    }

    @Test
    void aLabelIsShortWhateverAVersionIsCalled() {
        assertThat(label("43")).isEqualTo("v43");
        assertThat(label("43", "8")).isEqualTo("v43 +1");
        assertThat(label("release-2026-04-13")).isEqualTo("release-…");
        assertThat(label("🙂".repeat(99))).isEqualTo("🙂".repeat(8) + "…");
    }

    @Test
    void threeAreNamedAndMoreAreCounted() {
        VersionMark mark = new VersionMark(NIGHT, List.of("43"));
        VersionMark two = new VersionMark(NIGHT.plusDays(1), List.of("44", "8"));
        assertThat(VersionMarks.words(List.of())).isEmpty();
        assertThat(VersionMarks.words(List.of(mark, two)))
                .isEqualTo(" Version 43 from 13 Apr, 44 and 1 more from 14 Apr.");
        assertThat(VersionMarks.words(List.of(mark, mark, mark, two)))
                .isEqualTo(" 4 changes of version, the last to 44 and 1 more from 14 Apr.");
    }

    private List<VersionMark> marks(Given... runs) {
        return VersionMarks.of(analysis(runs));
    }

    private Analysis analysis(Given... runs) {
        return Plans.analysis(corpora.of(runs));
    }

    private static String label(String... versions) {
        return new VersionMark(NIGHT, List.of(versions)).label();
    }
}
