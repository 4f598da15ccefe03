package org.quaymark.hub.exchange;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.quaymark.hub.storage.Micros;

/**
 * An answer of customs as stored.
 *
 * @param id with the authority, the key
 * @param digest of all that it said
 */
@MappedEntity("customs_answer")
record CustomsAnswerRow(
        String authority,
        @Id String id,
        String caseId,
        String decision,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant at,

        String digest) {}
