/** From the report to pages: paths, links, tables, marks, chart specifications, formatted cells. */
@NullMarked
package dev.callsheet.site;

import org.jspecify.annotations.NullMarked;
