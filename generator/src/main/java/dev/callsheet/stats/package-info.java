/** Mathematics on numbers: intervals, moments, quantiles. Knows no runs and no pages. */
@NullMarked
package dev.callsheet.stats;

import org.jspecify.annotations.NullMarked;
