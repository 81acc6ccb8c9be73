/** Finds documents, tells their kind from their content, and hands records and problems to a sink. */
@NullMarked
package dev.callsheet.source;

import org.jspecify.annotations.NullMarked;
