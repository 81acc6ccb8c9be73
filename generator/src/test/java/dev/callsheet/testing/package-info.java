/** Small records and corpora for tests. */
@NullMarked
package dev.callsheet.testing;

import org.jspecify.annotations.NullMarked;
