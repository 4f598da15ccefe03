package org.quaymark.hub.exchange;

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
interface CustomsAnswerRows extends GenericRepository<CustomsAnswerRow, String> {
    Optional<CustomsAnswerRow> findByAuthorityAndId(String authority, String id);

    /** Inserts an answer; 0 where the authority has one of that id. Two at once wait for each other here. */
    @Joins
    @Query("INSERT INTO customs_answer (authority, id, case_id, decision, at, digest)"
            + " VALUES (:authority, :id, :caseId, :decision, :at, :digest) ON CONFLICT DO NOTHING")
    int offer(
            String authority,
            String id,
            String caseId,
            String decision,
            @TypeDef(type = DataType.LONG, converter = Micros.class) Instant at,
            String digest);
}
