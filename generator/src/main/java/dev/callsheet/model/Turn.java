package dev.callsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a transcript.
 *
 * @param role {@code user} for the simulated caller, {@code assistant} for the agent, or any other word; null when absent
 * @param content what was said, possibly empty
 */
public record Turn(@Nullable String role, String content) {}
