package dev.callsheet.render.chart;

/**
 * This machine cannot draw charts, because no font can be loaded here. The report is whole without its pictures: every
 * chart's data stands in a table, so the caller leaves them out and warns.
 */
public final class ChartsUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    ChartsUnavailableException(Throwable cause) {
        super("charts cannot be drawn on this machine: " + cause, cause);
    }
}
