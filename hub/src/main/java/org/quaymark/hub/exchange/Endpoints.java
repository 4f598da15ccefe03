package org.quaymark.hub.exchange;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

/** Endpoints in the database. */
@JdbcRepository(dialect = Dialect.ANSI)
interface Endpoints extends GenericRepository<EndpointRow, String> {
    List<EndpointRow> listOrderById();

    List<EndpointRow> findByEnabledOrderById(int enabled);

    Optional<EndpointRow> findById(String id);

    /** Holds it, where it is there, until the open transaction ends: a write locks on both engines, in the same words. */
    @Joins
    @Query("UPDATE exchange_endpoint SET updated = updated WHERE id = :id")
    void lock(String id);

    /** Inserts it, or overwrites the one of that id. */
    @Joins
    @Query("INSERT INTO exchange_endpoint (id, kind, url, secrets, allow_private, enabled, disabled_for, updated)"
            + " VALUES (:id, :kind, :url, :secrets, :allowPrivate, :enabled, :disabledFor, :updated)"
            + " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, url = excluded.url, secrets = excluded.secrets,"
            + " allow_private = excluded.allow_private, enabled = excluded.enabled,"
            + " disabled_for = excluded.disabled_for, updated = excluded.updated")
    void put(EndpointRow endpoint);

    @Joins
    void update(@Id String id, int enabled, String disabledFor, Instant updated);

    /** All of them. */
    default List<Endpoint> all() {
        return listOrderById().stream().map(EndpointRow::endpoint).toList();
    }

    /** Stops sending there, for a reason. What waits for it waits on. */
    default void disable(String id, String reason, Instant now) {
        update(id, 0, reason, now);
    }
}
