package org.quaymark.hub.exchange;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface SubjectRows extends GenericRepository<SubjectRow, String> {
    Optional<SubjectRow> findById(String caseId);

    @Joins
    void insert(SubjectRow subject);
}
