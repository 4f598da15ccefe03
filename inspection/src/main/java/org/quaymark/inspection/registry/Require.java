package org.quaymark.inspection.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the records' constructors ask of their fields; each refusal names the field. */
final class Require {
    private static final int MAX_TEXT = 4_096;
    private static final Pattern GTIN = Pattern.compile("[0-9]{14}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern TERRITORY = Pattern.compile("[A-Z]{2}|EEA");

    private Require() {}

    static String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return bounded(value, field);
    }

    static <T extends @Nullable Object> T orDefault(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static @Nullable String optionalText(@Nullable String value, String field) {
        return value == null ? null : bounded(value, field);
    }

    private static String bounded(String value, String field) {
        if (value.length() > MAX_TEXT) {
            throw new IllegalArgumentException(field + " is longer than " + MAX_TEXT + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            // Neither can be stored everywhere: PostgreSQL has no U+0000 in text, and UTF-8 no half of a surrogate
            // pair.
            if (value.charAt(i) == 0 || isHalf(value, i)) {
                throw new IllegalArgumentException(field + " holds U+0000 or half a surrogate pair");
            }
        }
        return value;
    }

    private static boolean isHalf(String value, int at) {
        char c = value.charAt(at);
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
        return Character.isSurrogate(c) && !paired;
    }

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** GTIN-14 with a right check digit (GenSpecs 7.9). */
    static String gtin(@Nullable String value, String field) {
        String gtin = text(value, field);
        if (!GTIN.matcher(gtin).matches()) {
            throw new IllegalArgumentException(field + " is not 14 digits: " + gtin);
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        if ((10 - sum % 10) % 10 != gtin.charAt(13) - '0') {
            throw new IllegalArgumentException(field + " has a wrong check digit: " + gtin);
        }
        return gtin;
    }

    static String country(@Nullable String value, String field) {
        String country = text(value, field);
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException(field + " is not a country of two letters: " + country);
        }
        return country;
    }

    static List<String> territories(@Nullable List<String> values, String field) {
        List<String> territories = values == null ? List.of() : List.copyOf(values);
        for (String territory : territories) {
            if (!TERRITORY.matcher(territory).matches()) {
                throw new IllegalArgumentException(field + " has no such territory: " + territory);
            }
        }
        return territories;
    }

    static void ordered(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("validTo is before validFrom");
        }
    }

    static <N extends Number> @Nullable N notNegative(@Nullable N value, String field) {
        if (value != null && value.longValue() < 0) {
            throw new IllegalArgumentException(field + " is negative");
        }
        return value;
    }
}
