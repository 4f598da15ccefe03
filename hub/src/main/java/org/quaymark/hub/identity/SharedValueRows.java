package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface SharedValueRows extends GenericRepository<SharedValueRow, String> {
    Optional<SharedValueRow> findById(String name);

    /** Inserts it where there is none of that name. */
    @Joins
    @Query("INSERT INTO shared_value (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")
    void offer(SharedValueRow row);
}
