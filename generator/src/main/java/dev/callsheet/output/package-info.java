/** Where bytes go: safe names, a staged directory or memory, and the swap of a whole tree. */
@NullMarked
package dev.callsheet.output;

import org.jspecify.annotations.NullMarked;
