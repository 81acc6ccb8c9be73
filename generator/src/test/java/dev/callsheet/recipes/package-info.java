/** The recipes of docs/recipes, the action and the workflows: what must be true of them, and dry runs. */
@NullMarked
package dev.callsheet.recipes;

import org.jspecify.annotations.NullMarked;
