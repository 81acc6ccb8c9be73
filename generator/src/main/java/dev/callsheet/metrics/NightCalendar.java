package dev.callsheet.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Which night an instant belongs to: the calendar day in a zone, a day starting at a given time.
 *
 * @param startsAt when a day starts; runs before it belong to the day before
 */
public record NightCalendar(ZoneId zone, LocalTime startsAt) {

    public LocalDate nightOf(Instant instant) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .minus(Duration.between(LocalTime.MIDNIGHT, startsAt))
                .toLocalDate();
    }
}
