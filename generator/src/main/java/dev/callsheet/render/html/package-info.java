/** Pages, from templates. */
@NullMarked
package dev.callsheet.render.html;

import org.jspecify.annotations.NullMarked;
