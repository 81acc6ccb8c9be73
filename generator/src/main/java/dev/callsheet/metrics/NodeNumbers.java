package dev.callsheet.metrics;

/**
 * One node of a pathway over valid runs whose node list is known (metrics.md 7.3). A run visits a node or does not,
 * however often it comes by. Nodes behind a failure are its symptoms: nothing here says that a node is to blame.
 *
 * @param with the runs that visit the node
 * @param without the others of the group
 * @param endedFailed failed runs that stopped at it
 */
public record NodeNumbers(String id, Rate with, Rate without, long endedFailed) {}
