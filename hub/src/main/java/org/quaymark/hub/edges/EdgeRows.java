package org.quaymark.hub.edges;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface EdgeRows extends GenericRepository<EdgeRow, String> {
    Optional<EdgeRow> findByIdAndPublicKey(String id, String publicKey);

    /** Inserts it, or gives the one of that id its new key and its next generation. */
    @Joins
    @Query("INSERT INTO edge (id, site, status, public_key, generation, enrolled_at)"
            + " VALUES (:id, :site, :status, :publicKey, :generation, :enrolledAt) ON CONFLICT (id) DO UPDATE SET"
            + " site = excluded.site, status = excluded.status, public_key = excluded.public_key,"
            + " generation = edge.generation + 1, enrolled_at = excluded.enrolled_at")
    void enrol(EdgeRow edge);

    /** Gives an edge that may speak its next key; 0 where its key is not that one any more. */
    @Joins
    @Query("UPDATE edge SET public_key = :next WHERE id = :id AND public_key = :present AND status = 'active'")
    int rekey(String id, String present, String next);

    /** Sets whether it may speak; 0 where there is none of that id. */
    @Joins
    int update(@Id String id, String status);
}
