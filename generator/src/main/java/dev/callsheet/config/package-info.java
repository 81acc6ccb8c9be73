/** What can be configured, and how it is read from flags, the environment and {@code callsheet.yml}. */
@NullMarked
package dev.callsheet.config;

import org.jspecify.annotations.NullMarked;
