package org.quaymark.inspection.registry;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A product, by its GTIN.
 *
 * @param gtin 14 digits
 * @param holder id of the party whose product it is
 * @param rights ids of the rights it bears
 * @param serialPattern regular expression that all of its serials match as a whole, null where none is known
 * @param unitWeightGrams mass of one unit, null where it is not known
 * @param hsCode Harmonized System code, digits
 */
public record Product(
        String gtin,
        @Nullable String brand,
        @Nullable String name,
        String holder,
        List<String> rights,
        Serialisation serialisation,
        @Nullable String serialPattern,
        @Nullable Integer unitWeightGrams,
        @Nullable String hsCode)
        implements RegistryRecord {
    private static final int MAX_PATTERN = 200;

    public Product {
        gtin = Require.gtin(gtin, "gtin");
        brand = Require.optionalText(brand, "brand");
        name = Require.optionalText(name, "name");
        holder = Require.text(holder, "holder");
        rights = rights == null ? List.of() : List.copyOf(rights);
        serialisation = Require.orDefault(serialisation, Serialisation.NONE);
        if (serialPattern != null) {
            if (serialPattern.length() > MAX_PATTERN) {
                throw new IllegalArgumentException("serialPattern is longer than " + MAX_PATTERN + " characters");
            }
            try {
                Pattern.compile(serialPattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("serialPattern is no regular expression: " + e.getDescription(), e);
            }
        }
        unitWeightGrams = Require.notNegative(unitWeightGrams, "unitWeightGrams");
        hsCode = Require.optionalText(hsCode, "hsCode");
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.PRODUCT, gtin);
    }
}
