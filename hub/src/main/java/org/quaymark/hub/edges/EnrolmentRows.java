package org.quaymark.hub.edges;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;
import org.quaymark.hub.storage.Micros;

@JdbcRepository(dialect = Dialect.ANSI)
interface EnrolmentRows extends GenericRepository<EnrolmentRow, String> {
    Optional<EnrolmentRow> findById(String hash);

    boolean existsByHashAndEdgeAndExpiresAtGreaterThanEquals(String hash, String edge, Instant expiresAt);

    @Joins
    void insert(EnrolmentRow enrolment);

    @Joins
    void deleteByExpiresAtLessThan(Instant expiresAt);

    @Joins
    void deleteByEdgeAndUsedAtIsNull(String edge);

    /** Uses a code up; 0 where it is wrong, used, expired or for another edge. */
    @Joins
    @Query("UPDATE enrolment SET used_at = :now WHERE hash = :hash AND edge = :edge AND used_at IS NULL"
            + " AND expires_at >= :now")
    int useUp(String hash, String edge, @TypeDef(type = DataType.LONG, converter = Micros.class) Instant now);
}
