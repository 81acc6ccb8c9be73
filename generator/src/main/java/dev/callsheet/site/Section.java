package dev.callsheet.site;

/**
 * A heading with a table under it.
 *
 * @param id of the section's element, unique on its page
 * @param note a few words beside the heading; may be empty
 * @param otherwise what to say when the table has no rows
 */
public record Section(String id, String title, String note, Table table, String otherwise) {}
