/** Sends the summary by mail. */
@NullMarked
package dev.callsheet.deliver;

import org.jspecify.annotations.NullMarked;
