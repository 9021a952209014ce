package org.safespaces.vault;

/**
 * A column whose values are sealed under the server key.
 *
 * @param table its table, a plain identifier
 * @param column its name, a plain identifier
 */
public record Column(String table, String column) {
    public Column {
        // Without dots the name "table.column" can be read in one way only, and two columns never share an index key.
        if (!table.matches("\\w+") || !column.matches("\\w+")) {
            throw new IllegalArgumentException("a column is named by plain identifiers");
        }
    }

    /** Under which its index key is derived. */
    String path() {
        return table + "." + column;
    }
}
