package org.quaymark.hub.storage;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Instants in entities: {@code @TypeDef(type = DataType.LONG, converter = Micros.class)}. Microseconds since 1970, the
 * same on both engines.
 */
@Singleton
public final class Micros implements AttributeConverter<@Nullable Instant, @Nullable Long> {
    @Override
    public @Nullable Long convertToPersistedValue(@Nullable Instant instant, ConversionContext context) {
        return instant == null ? null : Sql.micros(instant);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable Long micros, ConversionContext context) {
        return micros == null ? null : Sql.instant(micros);
    }
}
