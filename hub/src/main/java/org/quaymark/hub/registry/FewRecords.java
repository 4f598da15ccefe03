package org.quaymark.hub.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/**
 * The records there are few of, in memory: everything but units, manifests and what decides nothing. Loaded once and then
 * brought up by the feed. Not thread-safe.
 */
final class FewRecords {
    /** What is not kept here is looked up when it is asked for. */
    static final Set<RecordType> TYPES =
            EnumSet.complementOf(EnumSet.of(RecordType.SERIALS, RecordType.MANIFEST, RecordType.RECORDATION));

    private static final String OF_THESE =
            TYPES.stream().map(type -> "'" + type.wireName() + "'").collect(Collectors.joining(",", "type IN (", ")"));
    private static final int FETCH = 1_000;

    private InMemoryRegistry records = new InMemoryRegistry();
    private long sequence = -1;

    /** The records as they are in the transaction of that connection, whose registry head that is. */
    InMemoryRegistry at(Connection connection, long head) throws SQLException {
        if (sequence < 0 || head < sequence) {
            records = new InMemoryRegistry();
            sequence = -1;
            load(connection);
        } else if (head > sequence) {
            follow(connection, head);
        }
        sequence = head;
        return records;
    }

    private void load(Connection connection) throws SQLException {
        each(connection, "SELECT sequence, body FROM registry_record WHERE " + OF_THESE, (number, body) -> {
            try {
                records.apply(number, RegistryJson.read(body));
            } catch (InvalidLine e) {
                throw new IllegalStateException("a stored record cannot be read", e);
            }
        });
    }

    private void follow(Connection connection, long head) throws SQLException {
        each(
                connection,
                "SELECT sequence, line FROM registry_change WHERE sequence > ? AND sequence <= ? AND " + OF_THESE
                        + " ORDER BY sequence",
                (number, line) -> records.apply(number, FeedLine.read(line)),
                sequence,
                head);
    }

    private interface Taker {
        void take(long number, String text);
    }

    private static void each(Connection connection, String query, Taker taker, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCH);
            Sql.bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row.getLong(1), row.getString(2));
                }
            }
        }
    }
}
