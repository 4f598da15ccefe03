package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * Attempts to log in, counted for one subject in one window.
 *
 * @param subject hash of what is limited
 */
@MappedEntity("login_attempt")
record LoginAttemptRow(
        @Id String subject,
        int failures,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant since) {}
