package org.quaymark.hub.storage;

/** The two databases the hub runs on. The same SQL serves both but for the few words that are here. */
public enum Engine {
    /** One file, one hub process; a write transaction holds the whole database ({@code BEGIN IMMEDIATE}). */
    SQLITE("", "", "BLOB", "json_extract(body, '$.consignor')"),
    /** Any number of hub processes. */
    POSTGRESQL(" FOR UPDATE", " FOR UPDATE SKIP LOCKED", "BYTEA", "(body::jsonb ->> 'consignor')");

    private final String forUpdate;
    private final String skipLocked;
    private final String bytesType;
    private final String consignorOfBody;

    Engine(String forUpdate, String skipLocked, String bytesType, String consignorOfBody) {
        this.forUpdate = forUpdate;
        this.skipLocked = skipLocked;
        this.bytesType = bytesType;
        this.consignorOfBody = consignorOfBody;
    }

    /** What ends a {@code SELECT} that locks its rows, with a blank before it where there is something. */
    public String forUpdate() {
        return forUpdate;
    }

    /** What ends a {@code SELECT} that claims rows nobody else has claimed. */
    public String skipLocked() {
        return skipLocked;
    }

    /** The column type of bytes: the placeholder {@code ${bytes}} in migrations. */
    public String bytesType() {
        return bytesType;
    }

    /** The consignor in a manifest's {@code body}: as an index has it, so that it is used. */
    public String consignorOfBody() {
        return consignorOfBody;
    }

    /** The engine of a JDBC URL. */
    public static Engine of(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("a database URL starts with jdbc:postgresql: or jdbc:sqlite:");
    }
}
