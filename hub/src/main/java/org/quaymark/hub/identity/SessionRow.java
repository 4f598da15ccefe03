package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * A session as stored.
 *
 * @param hash of its token
 * @param seenAt when its last request came, at most a minute ago
 */
@MappedEntity("session")
record SessionRow(
        @Id String hash,
        String person,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant createdAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant seenAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant expiresAt) {}
