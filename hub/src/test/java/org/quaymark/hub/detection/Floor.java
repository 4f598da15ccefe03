package org.quaymark.hub.detection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Hub;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

/** What the database gives at best for the same rows: a bare batch insert of entries and sightings into fresh tables. */
final class Floor {
    private static final int ROWS = 100_000;
    private static final int BATCH = 2_000;

    private Floor() {}

    static String of(Hub hub) {
        Database database = hub.part(Database.class);
        List<@Nullable Object[]> entries = rows(database, "journal_entry");
        List<@Nullable Object[]> sightings = rows(database, "sighting");
        long began = System.nanoTime();
        insert(database, "journal_entry", entries);
        insert(database, "sighting", sightings);
        double seconds = (System.nanoTime() - began) / 1e9;
        return "floor, bare batch inserts of the same rows without an index: %,.0f a second%n"
                .formatted(entries.size() / seconds);
    }

    private static List<@Nullable Object[]> rows(Database database, String table) {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM " + table + " LIMIT " + ROWS, row -> {
            @Nullable Object[] values = new @Nullable Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
            }
            return values;
        }));
    }

    private static void insert(Database database, String table, List<@Nullable Object[]> rows) {
        String floor = "floor_" + table;
        database.transact(connection ->
                Sql.update(connection, "CREATE TABLE " + floor + " AS SELECT * FROM " + table + " WHERE 1 = 0"));
        List<List<@Nullable Object[]>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        for (List<@Nullable Object[]> batch : batches) {
            database.transact(connection -> insert(connection, floor, batch));
        }
    }

    private static void insert(Connection connection, String table, List<@Nullable Object[]> rows) throws SQLException {
        String sql = "INSERT INTO " + table + " VALUES (" + Sql.marks(rows.get(0).length) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                Sql.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
