package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import org.jspecify.annotations.Nullable;

/**
 * The files that pages refer to; their names carry a hash of their content.
 *
 * @param trend the chart of the nights; null when there is none
 */
public record Assets(
        SafePath stylesheet, SafePath script, @Nullable SafePath trend) {}
