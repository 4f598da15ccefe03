package org.quaymark.hub.identity;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface EdgeKeyRows extends GenericRepository<EdgeKeyRow, String> {
    Optional<EdgeKeyRow> findById(String edge);
}
