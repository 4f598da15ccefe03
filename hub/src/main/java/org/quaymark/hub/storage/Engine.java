package org.quaymark.hub.storage;

import java.util.Locale;

/** The two databases the hub runs on. The same SQL serves both but for the few words that are here. */
public enum Engine {
    /** One file, one hub process; a write transaction holds the whole database ({@code BEGIN IMMEDIATE}). */
    SQLITE("", "", "BLOB", "json_extract(body, '$.%s')"),
    /** Any number of hub processes. */
    POSTGRESQL(" FOR UPDATE", " FOR UPDATE SKIP LOCKED", "BYTEA", "(body::jsonb ->> '%s')");

    private final String forUpdate;
    private final String skipLocked;
    private final String bytesType;
    private final String ofBody;

    Engine(String forUpdate, String skipLocked, String bytesType, String ofBody) {
        this.forUpdate = forUpdate;
        this.skipLocked = skipLocked;
        this.bytesType = bytesType;
        this.ofBody = ofBody;
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

    /** A field of a record's {@code body}: as an index has it, so that it is used. The field is one of ours, never a stranger's. */
    public String ofBody(String field) {
        return String.format(Locale.ROOT, ofBody, field);
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
