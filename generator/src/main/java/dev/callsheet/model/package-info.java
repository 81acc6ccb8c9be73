/** What a test result is: immutable records, no input or output, no JSON. */
@NullMarked
package dev.callsheet.model;

import org.jspecify.annotations.NullMarked;
