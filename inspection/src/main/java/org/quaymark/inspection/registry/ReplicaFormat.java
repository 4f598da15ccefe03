package org.quaymark.inspection.registry;

import java.util.List;

/**
 * The file format of a replica: one SQLite database that the hub builds as a snapshot and the edge serves from. Small
 * things (products, rights, licences …) are rows of text that an edge keeps in memory; units are rows of their own, one
 * primary-key look each. The format has a number so that an edge refuses one it does not know and asks for a new one.
 */
public final class ReplicaFormat {
    /** Value of {@code meta.format}. */
    public static final int VERSION = 1;

    /** Key in {@code meta}: {@link #VERSION}. */
    public static final String META_FORMAT = "format";
    /** Key in {@code meta}: the data-set epoch, which tells a restored hub from its older self. */
    public static final String META_EPOCH = "epoch";
    /** Key in {@code meta}: number of the last change applied; written in the transaction that applies it. */
    public static final String META_SEQUENCE = "sequence";
    /** Key in {@code meta}: the feed's chain at that number, hexadecimal. */
    public static final String META_CHAIN = "chain";
    /** Key in {@code meta}: the last verified note of the hub about the feed, as received. */
    public static final String META_CHECKPOINT = "checkpoint";

    /**
     * The statements that make an empty replica.
     *
     * <ul>
     *   <li>{@code record}: every record but serials, by type and natural key, its registry line as text
     *   <li>{@code unit}: a unit; {@code gtin} as a number, {@code status} the {@link SerialStatus} by wire name
     *   <li>{@code unit_range}: consecutive units; {@code first} and {@code last} as numbers, {@code digits} their
     *       length. A row in {@code unit} goes before a range, a later range before an earlier one ({@code sequence}).
     * </ul>
     */
    public static final List<String> TABLES = List.of(
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE record (type TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (type, id))"
                    + " WITHOUT ROWID",
            "CREATE TABLE unit (gtin INTEGER NOT NULL, serial TEXT NOT NULL, lot TEXT, status TEXT NOT NULL,"
                    + " PRIMARY KEY (gtin, serial)) WITHOUT ROWID",
            "CREATE TABLE unit_range (gtin INTEGER NOT NULL, digits INTEGER NOT NULL, first INTEGER NOT NULL,"
                    + " last INTEGER NOT NULL, sequence INTEGER NOT NULL, lot TEXT, status TEXT,"
                    + " PRIMARY KEY (gtin, digits, first, sequence)) WITHOUT ROWID");

    private ReplicaFormat() {}
}
