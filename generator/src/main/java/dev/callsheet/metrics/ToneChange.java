package dev.callsheet.metrics;

import dev.callsheet.stats.Shift;
import java.time.LocalDate;

/**
 * A night from which on a tone mean was another one (metrics.md 4.3, 4.4, 5.5). The two sides of a firm change reach to
 * the firm changes beside it, those of a tentative one to any changes beside it; the last firm change therefore tells
 * how far tone is from its last firm level.
 *
 * @param since the first night after the change
 * @param firm whether it stands even if nights resemble the night before; else it is tentative and never an alarm
 * @param before mean of the nights before, as is now of those since
 * @param nightsBefore how many nights before, as is nightsNow
 * @param shift now less before; its interval is optimistic, as the night was chosen for its shift
 * @param p the probability of as large a change on some night without any, as is guardedP if nights resemble the night
 *     before
 */
public record ToneChange(
        LocalDate since,
        boolean firm,
        double before,
        double now,
        int nightsBefore,
        int nightsNow,
        Shift shift,
        double p,
        double guardedP) {}
