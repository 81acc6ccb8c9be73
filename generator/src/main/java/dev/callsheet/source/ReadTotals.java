package dev.callsheet.source;

/**
 * How much was read.
 *
 * @param files files, archive entries and pipes that were read as JSON
 * @param documents JSON objects that were read as a document or as an entry of a list
 * @param bytes bytes of their text, unpacked
 */
public record ReadTotals(int files, long documents, long bytes) {}
