package org.quaymark.inspection.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence: who may put which products on which market. It covers a product by its GTIN, its brand or one of its rights.
 *
 * @param licensor id of the party that grants it
 * @param licensee id of the party it is granted to
 * @param products GTINs it covers
 * @param brands brands it covers
 * @param rights ids of rights it covers
 * @param sublicensable whether the licensee may grant licences under it
 */
public record Licence(
        String id,
        String licensor,
        String licensee,
        List<String> products,
        List<String> brands,
        List<String> rights,
        List<String> territories,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean sublicensable,
        LicenceStatus status)
        implements RegistryRecord {
    public Licence {
        id = Require.text(id, "id");
        licensor = Require.text(licensor, "licensor");
        licensee = Require.text(licensee, "licensee");
        products = products == null
                ? List.of()
                : products.stream().map(g -> Require.gtin(g, "products")).toList();
        brands = brands == null ? List.of() : List.copyOf(brands);
        rights = rights == null ? List.of() : List.copyOf(rights);
        territories = Require.territories(territories, "territories");
        Require.ordered(validFrom, validTo);
        status = Require.orDefault(status, LicenceStatus.ACTIVE);
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.LICENCE, id);
    }
}
