package org.quaymark.hub.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is done with a connection. In a transaction it may run again where the database asks for that. */
@FunctionalInterface
public interface Work<T> {
    /** Does it; null where there is nothing to tell. */
    @Nullable
    T with(Connection connection) throws SQLException;
}
