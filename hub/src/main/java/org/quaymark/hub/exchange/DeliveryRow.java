package org.quaymark.hub.exchange;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * A message as stored.
 *
 * @param state its wire name
 * @param leasedUntil until when somebody is sending it, 1970 where nobody is
 */
@MappedEntity("exchange_delivery")
record DeliveryRow(
        @Id String id,
        String endpoint,
        String caseId,
        String type,
        String body,
        String state,
        int attempts,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant created,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant updated,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant due,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant leasedUntil) {
    Delivery delivery() {
        return new Delivery(
                id, endpoint, caseId, type, DeliveryState.ofWireName(state), attempts, created, updated, due);
    }
}
