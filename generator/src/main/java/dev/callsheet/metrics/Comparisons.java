package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tonight beside earlier nights, and the newest versions beside those before them.
 *
 * @param previous against the nearest earlier night with a valid run; null when there is none, or tonight has none
 * @param baseline null when no baseline was asked for
 * @param versions one for each pathway of which runs name at least two versions, by pathway
 */
public record Comparisons(
        @Nullable NightComparison previous, @Nullable Baseline baseline, List<VersionComparison> versions) {

    /**
     * Against a night that was asked for.
     *
     * @param asked that night
     * @param nights against it or, where it has no valid run, against the nearest night before it that has; null when
     *     there is no such night before tonight, or tonight has no valid run
     */
    public record Baseline(LocalDate asked, @Nullable NightComparison nights) {}

    static Comparisons of(
            @Nullable LocalDate night,
            @Nullable LocalDate baseline,
            List<NightNumbers> nightNumbers,
            List<ScenarioNumbers> scenarios,
            List<VersionComparison> versions,
            Rules rules) {
        NightNumbers tonight = nightNumbers.stream()
                .filter(numbers -> numbers.night().equals(night))
                .findFirst()
                .orElse(null);
        NightNumbers previous =
                tonight == null || tonight.against() == null ? null : newest(nightNumbers, tonight.against());
        return new Comparisons(
                tonight == null || previous == null
                        ? null
                        : NightComparison.ofPrevious(tonight, previous, scenarios, rules),
                baseline == null ? null : baseline(baseline, tonight, nightNumbers, scenarios, rules),
                versions);
    }

    private static Baseline baseline(
            LocalDate asked,
            @Nullable NightNumbers tonight,
            List<NightNumbers> nightNumbers,
            List<ScenarioNumbers> scenarios,
            Rules rules) {
        if (tonight == null || tonight.tally().valid() == 0) {
            return new Baseline(asked, null);
        }
        LocalDate before = tonight.night().minusDays(1);
        NightNumbers earlier = newest(nightNumbers, asked.isBefore(before) ? asked : before);
        return new Baseline(
                asked, earlier == null ? null : NightComparison.ofBaseline(tonight, earlier, scenarios, rules));
    }

    /** The newest night with a valid run up to a date. */
    private static @Nullable NightNumbers newest(List<NightNumbers> oldestFirst, LocalDate date) {
        NightNumbers newest = null;
        for (NightNumbers night : oldestFirst) {
            newest = night.tally().valid() > 0 && !night.night().isAfter(date) ? night : newest;
        }
        return newest;
    }
}
