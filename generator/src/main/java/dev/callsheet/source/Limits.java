package dev.callsheet.source;

import tools.jackson.core.StreamReadConstraints;

/** How much is read before an input is refused by name. Hostile and broken files exist; memory is finite. */
public final class Limits {

    /** Levels of nesting in JSON. */
    static final int DEPTH = 64;
    /** Characters in one string. */
    static final int STRING_CHARS = 2_000_000;
    /** Characters in one field name. */
    static final int NAME_CHARS = 1_000;
    /** Characters in one number. */
    static final int NUMBER_CHARS = 1_000;
    /** Bytes of one document: a record, a line, or an entry of a list. Not of a whole file. */
    static final long DOCUMENT_BYTES = 64L << 20;
    /** Values that are kept of one document. */
    static final long DOCUMENT_VALUES = 500_000;
    /** Values that may wait until their document is known to be whole. */
    static final long WAITING_VALUES = 2 * DOCUMENT_VALUES;
    /** Bytes after which records of a list are handed over before the list has ended. */
    static final long EARLY_BYTES = 1L << 20;
    /** Entries of {@code runs} after which a document that has not said it is a batch is taken for a list. */
    static final int LIST_ENTRIES = 1_000;
    /** Characters in an id. */
    static final int ID_CHARS = 1_000;
    /** Problems that are named one by one in one record. */
    static final int RECORD_PROBLEMS = 100;
    /** Unusable lines or entries that are named one by one in one file. */
    static final int FILE_PROBLEMS = 1_000;
    /** Bytes at the beginning of a file that are looked at to tell what it is. */
    static final int PEEK_BYTES = 64 << 10;

    static final int ZIP_ENTRIES = 10_000;
    static final long ZIP_BYTES = 2L << 30;
    static final long ZIP_ENTRY_BYTES = 200L << 20;
    /** Unpacked bytes for one packed byte. */
    static final long INFLATION = 100;
    /** Unpacked bytes before the ratio is looked at: a small file of repetitions is no attack. */
    static final long INFLATION_FREE_BYTES = 1L << 20;

    private Limits() {}

    /** The limits of any JSON that is read. */
    public static StreamReadConstraints ofJson() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(STRING_CHARS)
                .maxNameLength(NAME_CHARS)
                .maxNumberLength(NUMBER_CHARS)
                .build();
    }

    /** A number of bytes in words, such as {@code 64 MB}. */
    static String inWords(long bytes) {
        return bytes >= 1L << 30 ? (bytes >> 30) + " GB" : (bytes >> 20) + " MB";
    }
}
