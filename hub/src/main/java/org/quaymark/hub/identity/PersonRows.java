package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface PersonRows extends GenericRepository<PersonRow, String> {
    Optional<PersonRow> findByNameAndDisabledAtIsNull(String name);

    /** Inserts it, or overwrites the one of that name. */
    @Joins
    @Query("INSERT INTO person (name, password_hash, totp_secret, totp_step, roles, created_at)"
            + " VALUES (:name, :passwordHash, :totpSecret, :totpStep, :roles, :createdAt)"
            + " ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash,"
            + " totp_secret = excluded.totp_secret, totp_step = excluded.totp_step, roles = excluded.roles,"
            + " disabled_at = NULL")
    void put(PersonRow person);

    /** Uses a one-time password's step up; 0 where it, or a later one, is used already. */
    @Joins
    @Query("UPDATE person SET totp_step = :step WHERE name = :name AND totp_step < :step AND disabled_at IS NULL")
    int useUp(String name, long step);
}
