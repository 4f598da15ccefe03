package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company, platform or authority.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Party(
        String id,
        String name,
        List<PartyRole> roles,
        @Nullable String country,
        List<Contact> contacts,
        PartyStatus status)
        implements RegistryRecord {
    public Party {
        id = Require.text(id, "id");
        name = Require.text(name, "name");
        roles = roles == null ? List.of() : List.copyOf(roles);
        country = country == null ? null : Require.country(country, "country");
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        status = Require.orDefault(status, PartyStatus.ACTIVE);
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.PARTY, id);
    }

    /** A person or desk to turn to, such as {@code technical} or {@code legal}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Contact(
            @Nullable String role,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}
}
