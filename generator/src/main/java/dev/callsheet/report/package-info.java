/** The one value that holds every number a writer may need. */
@NullMarked
package dev.callsheet.report;

import org.jspecify.annotations.NullMarked;
