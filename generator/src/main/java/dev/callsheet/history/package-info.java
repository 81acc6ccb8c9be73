/** The memory of the site: files of past nights, and what is kept for the next night. */
@NullMarked
package dev.callsheet.history;

import org.jspecify.annotations.NullMarked;
