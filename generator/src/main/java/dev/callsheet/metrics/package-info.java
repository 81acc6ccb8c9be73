/** From facts to numbers. */
@NullMarked
package dev.callsheet.metrics;

import org.jspecify.annotations.NullMarked;
