package dev.callsheet.site;

/**
 * A chart on a page.
 *
 * @param src link to its file
 * @param alt its finding in a sentence
 * @param numbers the same values as a table
 */
public record Figure(String src, String alt, Table numbers) {}
