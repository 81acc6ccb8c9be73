/** The action, the recipes and workflows, the jar and the container file: what must be true of them, and dry runs. */
@NullMarked
package dev.callsheet.recipes;

import org.jspecify.annotations.NullMarked;
