package org.quaymark.inspection.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of a product that were given serials: listed one by one, or as a range of consecutive numbers.
 *
 * @param gtin 14 digits
 * @param lot the lot they belong to, null where the maker did not say
 * @param serials at most 100,000, empty where a range is given
 * @param from first of the range: digits, as long as {@code to}
 * @param to last of the range, inclusive
 */
public record Serials(
        String gtin,
        @Nullable String lot,
        List<String> serials,
        @Nullable String from,
        @Nullable String to,
        SerialStatus status)
        implements RegistryRecord {
    /** How many serials one line may list. */
    public static final int MAX_LISTED = 100_000;

    private static final int MAX_SERIAL = 64;

    public Serials {
        gtin = Require.gtin(gtin, "gtin");
        lot = Require.optionalText(lot, "lot");
        serials = serials == null ? List.of() : List.copyOf(serials);
        status = Require.orDefault(status, SerialStatus.ISSUED);
        if (serials.isEmpty() == (from == null)) {
            throw new IllegalArgumentException("either serials or from and to are needed");
        }
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("from and to come together");
        }
        if (serials.size() > MAX_LISTED) {
            throw new IllegalArgumentException("more than " + MAX_LISTED + " serials in one line");
        }
        for (String serial : serials) {
            if (serial.isEmpty() || serial.length() > MAX_SERIAL) {
                throw new IllegalArgumentException("a serial is not 1 to " + MAX_SERIAL + " characters: " + serial);
            }
        }
        if (from != null && to != null) {
            if (!from.matches("[0-9]{1,18}") || !to.matches("[0-9]{1,18}") || from.length() != to.length()) {
                throw new IllegalArgumentException("from and to are not digits (at most 18) of one length");
            }
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("to is before from");
            }
        }
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.SERIALS, lot == null ? gtin : gtin + ":" + lot);
    }
}
