/** The made-up story in {@code samples/}: its text, its seeded writer, and the numbers it must give. */
@NullMarked
package dev.callsheet.samples;

import org.jspecify.annotations.NullMarked;
