package org.quaymark.hub.exchange;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.quaymark.hub.storage.Joins;

@JdbcRepository(dialect = Dialect.ANSI)
interface AttemptRows extends GenericRepository<AttemptRow, String> {
    /** The attempts of a message, the oldest first. */
    List<AttemptRow> findTop1000ByDeliveryOrderByNumber(String delivery);

    /** Inserts it where there is none of that number. */
    @Joins
    @Query("INSERT INTO exchange_attempt (delivery, number, at, status, error, answer, millis)"
            + " VALUES (:delivery, :number, :at, :status, :error, :answer, :millis) ON CONFLICT DO NOTHING")
    void offer(AttemptRow attempt);
}
