/** Charts, by XChart. */
@NullMarked
package dev.callsheet.render.chart;

import org.jspecify.annotations.NullMarked;
