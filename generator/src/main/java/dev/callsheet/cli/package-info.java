/** Commands, wiring, progress, exit codes. */
@NullMarked
package dev.callsheet.cli;

import org.jspecify.annotations.NullMarked;
