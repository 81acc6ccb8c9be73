/** Records for tests, made in a few words. */
@NullMarked
package dev.callsheet.testing;

import org.jspecify.annotations.NullMarked;
