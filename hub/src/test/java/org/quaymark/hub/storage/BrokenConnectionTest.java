package org.quaymark.hub.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.quaymark.hub.OnBothDatabases;

/**
 * A database that goes away under a transaction has failed, and nothing else has: who takes that for a fault of the data sets
 * entries aside that nothing is wrong with.
 */
class BrokenConnectionTest extends OnBothDatabases {
    private static final String END_OF_THE_CONNECTION = "SELECT pg_terminate_backend(pg_backend_pid())";

    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Test
    void isTheDatabasesFailure() {
        Database database = serve().part(Database.class);
        assertThrows(
                StorageFailure.class,
                () -> database.transact(connection -> Sql.first(connection, END_OF_THE_CONNECTION, row -> 1)));
        assertThrows(
                StorageFailure.class,
                () -> database.find(connection -> Sql.first(connection, END_OF_THE_CONNECTION, row -> 1)));
        assertThrows(
                StorageFailure.class,
                () -> database.transact(connection -> {
                    try {
                        Sql.first(connection, END_OF_THE_CONNECTION, row -> 1);
                    } catch (java.sql.SQLException gone) {
                        throw new IllegalStateException("as code does that knows nothing of databases", gone);
                    }
                }));
        Integer one = database.read(connection -> Sql.first(connection, "SELECT 1", row -> row.getInt(1)));
        assertEquals(1, one);
    }
}
