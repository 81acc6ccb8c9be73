package dev.callsheet.site;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.Promotion;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch of 13 April with a run of scenario {@code a}, after twelve nights of it. */
class PromotionWordsTest {

    private static final String PROVEN =
            "Of its 1 required scenario 1 is proven reliable: our evidence of Mon 13 Apr 2026 ";
    private static final String FLAKY =
            "Of its 1 required scenario 1 speaks against it (A, flaky): our evidence of Mon 13 Apr 2026 ";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                PASSED  | PPPPP | agrees with the promotion.
                FAILED  | PPPPP | does not agree: it speaks for the version.
                RUNNING | PPPPP | is for a promotion.
                PASSED  | PPFPF | is against the promotion.
                ERROR   | PPFPF | agrees that nothing is promoted.
                PENDING | PPFPF | is against a promotion.
                """)
    void ourEvidenceAgreesOrDoesNot(String status, String before, String conclusion) {
        assertThat(evidence(status, true, before)).isEqualTo((before.contains("F") ? FLAKY : PROVEN) + conclusion);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                PASSED  | does not settle it; a pass does not prove the version.
                FAILED  | does not settle it.
                odd     | does not settle it; a pass would not prove the version.
                """)
    void aLuckyNightProvesNothing(String status, String conclusion) {
        assertThat(evidence(status, true, ""))
                .isEqualTo("Of its 1 required scenario 1 is not proven: our evidence of Mon 13 Apr 2026 " + conclusion);
    }

    @Test
    void aBatchWithoutRequiredScenariosIsJudgedByAll() {
        assertThat(evidence("PASSED", false, "PPPPP"))
                .isEqualTo(
                        "Of its 1 scenario 1 is proven reliable: our evidence of Mon 13 Apr 2026 agrees with the promotion.");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, PPPPP, true",
        "PASSED, PPFPF, false",
        "FAILED, PPPPP, false",
        "FAILED, PPFPF, true",
        "RUNNING, PPPPP,",
        "PASSED, '',"
    })
    void agreementHasThreeValues(String status, String before, @Nullable Boolean agrees) {
        Analysis analysis = analysis(status, true, before);
        assertThat(Objects.requireNonNull(Promotion.of(theBatch(analysis), analysis))
                        .agrees())
                .isEqualTo(agrees);
    }

    @Test
    void aBatchThatDoesNotPublishHasNoPromotion() {
        Analysis analysis = Plans.analysis(corpora.of(
                batch("b").at("2026-04-13T02:00:00Z").status("PASSED").publishing(false),
                run("1").of("a").batch("b").at("2026-04-13")));
        assertThat(Promotion.of(theBatch(analysis), analysis)).isNull();
        assertThat(PromotionWords.evidence(theBatch(analysis), analysis, id -> id))
                .isEmpty();
        assertThat(PromotionWords.tonight(analysis, id -> id)).isEmpty();
    }

    @Test
    void tonightsBatchIsToldWithItsTriggerAndAnEarlierOneWithoutTodaysEvidence() {
        Analysis analysis = analysis("PASSED", true, "PPPPP");
        String vendor = "Batch by api: Publish on pass is on and the batch passed: the vendor promotes the pathway"
                + " version to production; none of its runs failed.";
        assertThat(PromotionWords.tonight(analysis, id -> id))
                .extracting(PromotionWords.Tonight::sentence)
                .containsExactly(vendor + " " + PROVEN + "agrees with the promotion.");
        Analysis later =
                Plans.analysis(corpora.of(given("PASSED", true, "PPPPP").night("a", 14, "PPPPP")));
        assertThat(PromotionWords.tonight(later, id -> id)).isEmpty();
        assertThat(PromotionWords.ofNight(later, LocalDate.of(2026, 4, 13), id -> id))
                .containsExactly(vendor);
    }

    @Test
    void requiredScenariosAreSummedUp() {
        assertThat(PromotionWords.ofRequired(Plans.analysis(corpora.of(new GivenSuite()
                        .required("a")
                        .required("b")
                        .required("c")
                        .runs("a", 12, "PPPPP")
                        .runs("b", 12, "PPFPF")
                        .runs("d", 12, "FFFFF")))))
                .isEqualTo("1 proven reliable, 1 not proven, 1 against a promotion");
    }

    private String evidence(String status, boolean required, String before) {
        Analysis analysis = analysis(status, required, before);
        return PromotionWords.evidence(theBatch(analysis), analysis, id -> id.equals("a") ? "A" : id);
    }

    private Analysis analysis(String status, boolean required, String before) {
        return Plans.analysis(corpora.of(given(status, required, before)));
    }

    private static GivenSuite given(String status, boolean required, String before) {
        Given definition =
                required ? scenario("a").named("A").required() : scenario("a").named("A");
        return new GivenSuite()
                .and(definition)
                .runs("a", 12, before)
                .and(batch("b")
                        .at("2026-04-13T02:00:00Z")
                        .triggeredBy("api")
                        .status(status)
                        .publishing(true))
                .and(run("of-the-batch").of("a").batch("b").at("2026-04-13"));
    }

    private static BatchNumbers theBatch(Analysis analysis) {
        return analysis.batches().get(0);
    }
}
