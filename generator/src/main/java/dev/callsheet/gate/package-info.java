/** The gate: rules over numbers that give a verdict of three values. It prints nothing and ends nothing. */
@NullMarked
package dev.callsheet.gate;

import org.jspecify.annotations.NullMarked;
