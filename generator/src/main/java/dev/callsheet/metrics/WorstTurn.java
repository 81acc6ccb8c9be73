package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;

/**
 * A turn that the tone score quotes as a bad example (metrics.md 5.9).
 *
 * @param turn counted from 1; 0 when the quote is in no turn that could be meant
 * @param verified whether the quote stands in the very turn that the tone score names
 * @param category as given; empty when not given
 * @param quote at most {@value #MOST_CODE_POINTS} code points
 */
public record WorstTurn(CorpusRun run, int turn, boolean verified, String category, String quote) {

    static final int MOST_CODE_POINTS = 160;
}
