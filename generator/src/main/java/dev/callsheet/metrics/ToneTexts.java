package dev.callsheet.metrics;

import java.util.List;

/**
 * What the tone scores say in words.
 *
 * @param issues over the scenarios' windows, those of most runs first
 * @param worstTurns of the report's night, the run with the lowest overall tone first; at most {@value #MOST_TURNS}
 */
public record ToneTexts(List<ToneIssueGroup> issues, List<WorstTurn> worstTurns) {

    static final int MOST_TURNS = 10;
}
