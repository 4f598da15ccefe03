package org.quaymark.inspection.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intellectual property right. It is in force at a place on a day while it is {@link RightStatus#REGISTERED}, valid on
 * that day, and its territories cover the place.
 *
 * @param holder id of the party
 * @param territories countries, {@code EU}, {@code EEA} or {@code WW}
 * @param classes Nice or Locarno classes
 * @param validFrom first day, inclusive; null for no limit
 * @param validTo last day, inclusive; null for no limit
 */
public record Right(
        String id,
        RightKind kind,
        @Nullable String office,
        @Nullable String number,
        @Nullable String title,
        String holder,
        List<String> territories,
        List<String> classes,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        RightStatus status)
        implements RegistryRecord {
    public Right {
        id = Require.text(id, "id");
        kind = Require.present(kind, "kind");
        office = Require.optionalText(office, "office");
        number = Require.optionalText(number, "number");
        title = Require.optionalText(title, "title");
        holder = Require.text(holder, "holder");
        territories = Require.territories(territories, "territories");
        classes = classes == null ? List.of() : List.copyOf(classes);
        Require.ordered(validFrom, validTo);
        status = Require.present(status, "status");
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.RIGHT, id);
    }
}
