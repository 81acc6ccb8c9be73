package dev.callsheet.fetch;

import java.util.function.Supplier;

/** Told how a fetch goes; called by several threads. */
public interface FetchListener {

    /** Something was done, or is waited for. */
    void stage(String line);

    /**
     * Something moved; called often.
     *
     * @param progress how far the fetch is, worked out when asked for
     */
    void progress(Supplier<Progress> progress);

    /**
     * How far a fetch is.
     *
     * @param found runs that are known so far
     * @param fetched of these
     * @param cached of these, kept since before
     * @param failed of these, gone ones among them
     * @param listing whether more may be found
     * @param requests made so far, for anything
     */
    record Progress(long found, long fetched, long cached, long failed, boolean listing, long requests) {

        public long left() {
            return found - fetched - cached - failed;
        }
    }
}
