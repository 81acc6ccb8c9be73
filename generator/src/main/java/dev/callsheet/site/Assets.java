package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import java.util.Map;

/**
 * The files that pages refer to; their names carry a hash of their content.
 *
 * @param charts by the name of their specification; those that could be drawn
 */
public record Assets(SafePath stylesheet, SafePath script, Map<String, SafePath> charts) {

    public Assets {
        charts = Map.copyOf(charts);
    }
}
