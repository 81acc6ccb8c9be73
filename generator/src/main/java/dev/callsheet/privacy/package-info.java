/** Redaction of text, once, before anything is stored. */
@NullMarked
package dev.callsheet.privacy;

import org.jspecify.annotations.NullMarked;
