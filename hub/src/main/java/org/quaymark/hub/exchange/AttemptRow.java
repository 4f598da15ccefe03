package org.quaymark.hub.exchange;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * An attempt to deliver a message.
 *
 * @param delivery with the number, the key
 * @param status of the answer, null where none came
 * @param answer how the answer's body began
 */
@MappedEntity("exchange_attempt")
record AttemptRow(
        @Id String delivery,
        int number,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant at,

        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer,
        long millis) {}
