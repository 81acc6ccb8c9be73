/** What is read away from the site: the summary in Markdown. */
@NullMarked
package dev.callsheet.render.text;

import org.jspecify.annotations.NullMarked;
