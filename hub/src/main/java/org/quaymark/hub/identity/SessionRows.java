package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface SessionRows extends GenericRepository<SessionRow, String> {
    Optional<SessionRow> findById(String hash);

    @Joins
    void insert(SessionRow session);

    @Joins
    void update(@Id String hash, Instant seenAt);

    @Joins
    void deleteById(String hash);

    @Joins
    void deleteByPerson(String person);

    @Joins
    void deleteByExpiresAtLessThan(Instant expiresAt);
}
