package org.quaymark.hub.identity;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface ApiKeyRows extends GenericRepository<ApiKeyRow, String> {
    Optional<ApiKeyRow> findByHashAndRevokedAtIsNull(String hash);

    @Joins
    void insert(ApiKeyRow key);
}
