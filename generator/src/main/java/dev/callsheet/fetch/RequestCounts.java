package dev.callsheet.fetch;

import java.util.SortedMap;
import java.util.TreeMap;

/** How many requests were made and how they ended. For several threads. */
final class RequestCounts {

    private final SortedMap<Integer, Long> answers = new TreeMap<>();
    private long sent;
    private long retried;
    private long broken;

    /**
     * The counts at a moment.
     *
     * @param sent all of them
     * @param retried those that were not the first for their resource
     * @param broken those without an answer to its end
     * @param answers by status
     */
    record Totals(long sent, long retried, long broken, SortedMap<Integer, Long> answers) {}

    synchronized void sent(boolean again) {
        sent++;
        if (again) {
            retried++;
        }
    }

    synchronized void broken() {
        broken++;
    }

    synchronized void answered(int status) {
        answers.merge(status, 1L, Long::sum);
    }

    synchronized Totals totals() {
        return new Totals(sent, retried, broken, new TreeMap<>(answers));
    }
}
