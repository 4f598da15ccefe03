package org.quaymark.hub.edges;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * An edge as stored.
 *
 * @param generation counts its enrolments
 */
@MappedEntity("edge")
record EdgeRow(
        @Id String id,
        String site,
        String status,
        String publicKey,
        int generation,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant enrolledAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class) @Nullable
        Instant seenAt) {}
