package org.quaymark.hub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.MerkleTree;
import org.quaymark.process.json.Json;

/**
 * The audit log: an RFC 6962 Merkle tree in the database. An entry is appended with the transaction that it is about, as
 * its last step: the log's head is the one row all writers meet at, so it is locked last and shortest,
 * once for all entries of a transaction. Thread-safe.
 */
@Singleton
public final class Ledger {
    /** The most bytes of an entry (C2SP tlog-tiles). */
    static final int MAX_ENTRY = 65_535;

    private final Database database;
    private final Heads heads;
    private final Database.Gathering<String> appending = this::append;

    Ledger(Database database, Heads heads) {
        this.database = database;
        this.heads = heads;
    }

    /**
     * Appends an entry at the end of the open transaction ({@link Database#inTransaction}).
     *
     * @throws IllegalStateException where none is open
     */
    public void append(LedgerEntry entry) {
        String body = json(entry);
        database.beforeCommit(appending, body);
    }

    /** How many entries there are. */
    public long size() {
        return database.read(connection -> heads.read(connection, Head.LEDGER).sequence());
    }

    /** An entry by its number, from 0; null where there is none. */
    public @Nullable String entry(long number) {
        return database.find(connection -> Sql.first(
                connection, "SELECT body FROM ledger_entry WHERE number = ?", row -> row.getString(1), number));
    }

    /** A view of the tree for proofs: the complete nodes as they are stored. */
    MerkleTree.Nodes nodes() {
        return (level, number) -> {
            byte[] hash = database.find(connection -> node(connection, level, number));
            if (hash == null) {
                throw new IllegalStateException("the ledger lacks node " + number + " of level " + level);
            }
            return hash;
        };
    }

    private void append(Connection connection, List<String> bodies) throws SQLException {
        Head head = heads.lock(connection, Head.LEDGER);
        long number = head.sequence();
        List<@Nullable Object[]> entries = new ArrayList<>(bodies.size());
        List<@Nullable Object[]> added = new ArrayList<>();
        Map<Place, byte[]> fresh = new HashMap<>();
        MerkleTree.Nodes nodes = (level, left) -> {
            byte[] hash = fresh.get(new Place(level, left));
            return hash != null ? hash : stored(connection, level, left);
        };
        for (String body : bodies) {
            byte[] leaf = MerkleTree.leafHash(body.getBytes(StandardCharsets.UTF_8));
            for (MerkleTree.Node node : MerkleTree.append(number, leaf, nodes)) {
                fresh.put(new Place(node.level(), node.number()), node.hash());
                added.add(new Object[] {node.level(), node.number(), node.hash()});
            }
            entries.add(new Object[] {number, body});
            number++;
        }
        Sql.batch(connection, "INSERT INTO ledger_entry (number, body) VALUES (?, ?)", entries);
        Sql.batch(connection, "INSERT INTO ledger_node (level, number, hash) VALUES (?, ?, ?)", added);
        heads.advance(connection, Head.LEDGER, number, head.hash());
    }

    /** Where a node is in the tree. */
    private record Place(int level, long number) {}

    private static byte[] stored(Connection connection, int level, long number) {
        try {
            byte[] hash = node(connection, level, number);
            if (hash == null) {
                throw new IllegalStateException("the ledger lacks node " + number + " of level " + level);
            }
            return hash;
        } catch (SQLException e) {
            throw new IllegalStateException("reading the ledger", e);
        }
    }

    private static byte @Nullable [] node(Connection connection, int level, long number) throws SQLException {
        return Sql.first(
                connection,
                "SELECT hash FROM ledger_node WHERE level = ? AND number = ?",
                row -> row.getBytes(1),
                level,
                number);
    }

    private static String json(LedgerEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", entry.kind());
        object.put("at", entry.at());
        object.put("actor", entry.actor());
        object.put("detail", new TreeMap<>(entry.detail()));
        try {
            String body = Json.STRICT.writeValueAsString(object);
            if (body.getBytes(StandardCharsets.UTF_8).length > MAX_ENTRY) {
                throw new IllegalArgumentException("a ledger entry of kind " + entry.kind() + " is over " + MAX_ENTRY
                        + " bytes: log a digest instead");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a ledger entry of kind " + entry.kind(), e);
        }
    }
}
