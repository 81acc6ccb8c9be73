/**
 * Mathematics on numbers: intervals, moments, quantiles. Knows no runs and no pages.
 *
 * <p>A number or interval that is undefined is {@code null}, never 0 or NaN (metrics.md, first principle). An argument
 * outside its stated range is an {@link java.lang.IllegalArgumentException}. No result depends on locale, time zone,
 * thread or, where the Javadoc says so, on the order of the input.
 */
@NullMarked
package dev.callsheet.stats;

import org.jspecify.annotations.NullMarked;
