package org.quaymark.hub.edges;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * A code for an enrolment, as stored.
 *
 * @param hash of the code
 */
@MappedEntity("enrolment")
record EnrolmentRow(
        @Id String hash,
        String edge,
        String site,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant createdAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant expiresAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class) @Nullable
        Instant usedAt) {}
