package dev.callsheet.site;

import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.testing.Corpora;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LabelsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void scenariosThatShareANameAreToldApartByTheirIds() {
        Labels labels = labels();
        assertThat(labels.of("11111111-aaaa")).isEqualTo("Booking (11111111)");
        assertThat(labels.of("22222222-bbbb")).isEqualTo("Booking (22222222)");
    }

    @Test
    void idsThatBeginAlikeStandInFull() {
        assertThat(labels().of("scenario-0")).isEqualTo("Voicemail (scenario-0)");
        assertThat(labels().of("scenario-1")).isEqualTo("Voicemail (scenario-1)");
    }

    @Test
    void aNameOfItsOwnStandsAlone() {
        assertThat(labels().of("s3")).isEqualTo("Refund");
    }

    @Test
    void aScenarioThatIsNotKnownGoesByItsId() {
        assertThat(labels().of("nobody")).isEqualTo("nobody");
    }

    private Labels labels() {
        return new Labels(Analyst.analyse(
                        corpora.of(
                                scenario("11111111-aaaa").named("Booking"),
                                scenario("22222222-bbbb").named("Booking"),
                                scenario("scenario-0").named("Voicemail"),
                                scenario("scenario-1").named("Voicemail"),
                                scenario("s3").named("Refund")),
                        new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                        Instant.parse("2026-04-14T06:00:00Z"),
                        Rules.DEFAULT)
                .scenarios());
    }
}
