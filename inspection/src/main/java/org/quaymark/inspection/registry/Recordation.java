package org.quaymark.inspection.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A right holder's application for action as customs recorded it (Reg. 608/2013 Art. 3 to 12).
 *
 * @param authority the customs authority, a country or {@code EU}
 * @param smallConsignments whether the simplified destruction of Art. 26 was asked for
 */
public record Recordation(
        String id,
        String authority,
        String holder,
        List<String> rights,
        List<String> territories,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean smallConsignments,
        @Nullable String instructions)
        implements RegistryRecord {
    public Recordation {
        id = Require.text(id, "id");
        authority = Require.text(authority, "authority");
        holder = Require.text(holder, "holder");
        rights = rights == null ? List.of() : List.copyOf(rights);
        territories = Require.territories(territories, "territories");
        Require.ordered(validFrom, validTo);
        instructions = Require.optionalText(instructions, "instructions");
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.RECORDATION, id);
    }
}
