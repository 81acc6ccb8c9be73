/** Asks other machines: one request at a time, bounded in time and size, never anywhere but where it was sent. */
@NullMarked
package dev.callsheet.web;

import org.jspecify.annotations.NullMarked;
