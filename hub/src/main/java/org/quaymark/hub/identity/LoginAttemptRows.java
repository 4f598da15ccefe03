package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface LoginAttemptRows extends GenericRepository<LoginAttemptRow, String> {
    Optional<LoginAttemptRow> findById(String subject);

    /** Adds these failures to the subject's. */
    @Joins
    @Query("INSERT INTO login_attempt (subject, failures, since) VALUES (:subject, :failures, :since)"
            + " ON CONFLICT (subject) DO UPDATE SET failures = login_attempt.failures + excluded.failures")
    void add(LoginAttemptRow attempt);

    @Joins
    void deleteBySinceLessThan(Instant since);

    @Joins
    void deleteBySubjectIn(List<String> subjects);
}
