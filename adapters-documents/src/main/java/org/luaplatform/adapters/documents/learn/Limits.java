package org.luaplatform.adapters.documents.learn;

/// What a row may take of memory. What fits into a request fits into a row of either format, however much its
/// quoting or escaping adds, so that whatever was exported can be imported.
final class Limits {

    /// A row as it stands in the file: characters of CSV, bytes of NDJSON.
    static final int LONGEST_ROW = 2_097_152;

    /// All values of a row together, in characters.
    static final int LONGEST_CONTENT = 262_144;

    static final int LONGEST_COLUMN = 256;
    static final int MOST_NDJSON_VALUES = 1_000;

    private static final int LONGEST_EXCERPT = 10_000;

    private Limits() {}

    /// As much of a row as an error report keeps; never half of a surrogate pair.
    static String excerpt(CharSequence row) {
        if (row.length() <= LONGEST_EXCERPT) {
            return row.toString();
        }
        boolean cutsPair = Character.isHighSurrogate(row.charAt(LONGEST_EXCERPT - 1));
        return row.subSequence(0, cutsPair ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT)
                .toString();
    }
}
