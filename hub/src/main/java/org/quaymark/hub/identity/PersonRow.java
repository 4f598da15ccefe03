package org.quaymark.hub.identity;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * A person as stored.
 *
 * @param totpStep of the last one-time password that was used
 * @param roles wire names, separated by commas
 */
@MappedEntity("person")
record PersonRow(
        @Id String name,
        String passwordHash,
        String totpSecret,
        long totpStep,
        String roles,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant createdAt,

        @TypeDef(type = DataType.LONG, converter = Micros.class) @Nullable
        Instant disabledAt) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "PersonRow[" + name + "]";
    }
}
