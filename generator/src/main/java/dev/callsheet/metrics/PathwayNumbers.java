package dev.callsheet.metrics;

import java.util.List;

/**
 * What is known of one pathway: the runs of the scenarios' windows that ran on it.
 *
 * @param id the runs' own pathway, else their scenario's; empty for runs of neither
 * @param tally of all its runs
 * @param traced the valid runs whose node list is known
 * @param scenarioIds scenarios with a run on it, sorted
 * @param where what its failing runs have in common, over all its scenarios
 * @param neverVisited nodes that an assertion wants visited and no run visits, sorted; empty where no run says which
 *     nodes it visited
 */
public record PathwayNumbers(
        String id, Tally tally, Rate traced, List<String> scenarioIds, Attribution where, List<String> neverVisited) {}
