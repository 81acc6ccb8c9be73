/** Facts in memory, texts in a spool on disk; merging of the several documents of one run. */
@NullMarked
package dev.callsheet.corpus;

import org.jspecify.annotations.NullMarked;
