/** CSV and JSON files. */
@NullMarked
package dev.callsheet.render.data;

import org.jspecify.annotations.NullMarked;
