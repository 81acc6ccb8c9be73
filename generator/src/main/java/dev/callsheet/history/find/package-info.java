/** Where files of past nights are found: directories, archives and live sites, each with its limits. */
@NullMarked
package dev.callsheet.history.find;

import org.jspecify.annotations.NullMarked;
