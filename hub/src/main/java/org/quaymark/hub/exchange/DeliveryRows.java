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
interface DeliveryRows extends GenericRepository<DeliveryRow, String> {
    Optional<DeliveryRow> findById(String id);

    @Joins
    void insert(DeliveryRow delivery);

    /** Ends an attempt; one that outlived its lease does not undo what a later one wrote. */
    @Joins
    @Query("UPDATE exchange_delivery SET state = :to, due = :next, leased_until = 0, updated = :now"
            + " WHERE id = :id AND attempts = :attempt AND state = 'waiting'")
    void finish(
            String id,
            int attempt,
            String to,
            @TypeDef(type = DataType.LONG, converter = Micros.class) Instant next,
            @TypeDef(type = DataType.LONG, converter = Micros.class) Instant now);

    /** Has it sent again; 0 where there is none of that id. Attempts go on counting: their log is keyed by number. */
    @Joins
    @Query("UPDATE exchange_delivery SET state = 'waiting', due = :now, leased_until = 0, updated = :now"
            + " WHERE id = :id")
    int again(String id, @TypeDef(type = DataType.LONG, converter = Micros.class) Instant now);
}
