/** What is sent by mail: the same night as HTML, as text and as a message that holds both. */
@NullMarked
package dev.callsheet.render.mail;

import org.jspecify.annotations.NullMarked;
