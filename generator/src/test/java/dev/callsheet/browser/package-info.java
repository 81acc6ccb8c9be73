/** A real browser for tests, and a server for it to read from. Knows nothing of Callsheet. */
@NullMarked
package dev.callsheet.browser;

import org.jspecify.annotations.NullMarked;
