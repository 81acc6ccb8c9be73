package dev.callsheet.metrics;

import java.util.List;

/**
 * A failure mode that simulation sets report in the API's own words ({@code common_failure_modes}); texts of one
 * signature are one mode (metrics.md 7.1).
 *
 * @param text the most frequent wording
 * @param setIds sets that report it, sorted
 * @param scenarioIds scenarios that it is reported of, sorted
 */
public record FailureMode(String text, List<String> setIds, List<String> scenarioIds) {}
