package dev.callsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * One page of List Test Runs.
 *
 * @param entries how many entries the page has, usable or not
 * @param totalCount how many runs exist by the API's word; null when not said
 */
public record RunList(Place place, int entries, @Nullable Integer totalCount) {}
