package org.quaymark.hub.identity;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * A system's key as stored.
 *
 * @param scopes wire names, separated by commas
 */
@MappedEntity("api_key")
record ApiKeyRow(
        @Id String id,
        String name,
        String hash,
        String scopes,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant createdAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class) @Nullable
        Instant revokedAt) {}
