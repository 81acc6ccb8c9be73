/** The client of the API: what to ask for, how to ask again, and the archive directory that the answers go to. */
@NullMarked
package dev.callsheet.fetch;

import org.jspecify.annotations.NullMarked;
