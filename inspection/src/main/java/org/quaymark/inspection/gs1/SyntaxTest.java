package org.quaymark.inspection.gs1;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tests of content that the GS1 Barcode Syntax Tests name; the names are theirs in upper case. */
enum SyntaxTest {
    CSUM(CheckDigit::isRight),
    CSUMALPHA(CheckCharacters::areRight),
    GCPPOS1(v -> startsWithDigits(v, 0)),
    GCPPOS2(v -> startsWithDigits(v, 1)),
    YYMMD0(v -> Gs1Date.isDate(v, true)),
    YYMMDD(v -> Gs1Date.isDate(v, false)),
    YYYYMMDD(Gs1Date::isFullDate),
    HH(v -> upTo(v, 23)),
    MI(v -> upTo(v, 59)),
    SS(v -> upTo(v, 59)),
    HHMI(v -> v.length() == 4 && upTo(v.substring(0, 2), 23) && upTo(v.substring(2), 59)),
    ISO3166(Countries::isNumeric),
    ISO3166999(v -> v.equals("999") || Countries.isNumeric(v)),
    ISO3166ALPHA2(v -> Countries.ALPHA2.contains(v)),
    ISO4217(v -> Currencies.NUMERIC.contains(v)),
    ISO5218(v -> "0129".contains(v)),
    ZERO(v -> v.chars().allMatch(c -> c == '0')),
    NONZERO(v -> v.chars().anyMatch(c -> c != '0')),
    NOZEROPREFIX(v -> v.equals("0") || !v.startsWith("0")),
    HASNONDIGIT(v -> !Digits.only(v)),
    YESNO(v -> v.equals("0") || v.equals("1")),
    WINDING(v -> "019".contains(v)),
    HYPHEN(v -> v.equals("-")),
    IMPORTERIDX(v -> CharacterSet.Z.has(v.charAt(0)) && !v.equals("=")),
    MEDIATYPE(v -> (upTo(v, 10) && !v.equals("00")) || v.compareTo("80") >= 0),
    PIECEOFTOTAL(SyntaxTest::isPieceOfTotal),
    POSINSEQSLASH(SyntaxTest::isPositionInSequence),
    PCENC(SyntaxTest::isPercentEncoded),
    LATITUDE(v -> v.compareTo("1800000000") <= 0),
    LONGITUDE(v -> v.compareTo("3600000000") <= 0),
    IBAN(Iban::isRight),
    PACKAGETYPE(PackageTypes::has),
    COUPONCODE(Coupon::isCode),
    COUPONPOSOFFER(Coupon::isPositiveOffer);

    // Every test above is a function of its argument alone.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<String> test;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    SyntaxTest(Predicate<String> test) {
        this.test = test;
    }

    static SyntaxTest named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean passes(String value) {
        return test.test(value);
    }

    String wireName() {
        return wireName;
    }

    /** A company prefix has at least four digits; which lengths are given out is GS1's table and changes monthly. */
    private static boolean startsWithDigits(String value, int from) {
        return value.length() >= from + 4 && Digits.only(value.substring(from, from + 4));
    }

    private static boolean upTo(String value, int max) {
        int number = Digits.number(value);
        return number >= 0 && number <= max;
    }

    private static boolean isPieceOfTotal(String value) {
        int piece = value.length() == 4 ? Digits.number(value.substring(0, 2)) : -1;
        return piece > 0 && piece <= Digits.number(value.substring(2));
    }

    private static boolean isPositionInSequence(String value) {
        int slash = value.indexOf('/');
        if (slash < 1) {
            return false;
        }
        int position = Digits.number(value.substring(0, slash));
        return position > 0 && position <= Digits.number(value.substring(slash + 1));
    }

    private static boolean isPercentEncoded(String value) {
        for (int i = value.indexOf('%'); i >= 0; i = value.indexOf('%', i + 1)) {
            if (i + 2 >= value.length() || hex(value.charAt(i + 1)) < 0 || hex(value.charAt(i + 2)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /** Held apart so that reading a GTIN does not load every currency. */
    private static final class Currencies {
        static final Set<String> NUMERIC = Currency.getAvailableCurrencies().stream()
                .map(Currency::getNumericCodeAsString)
                .filter(code -> !code.equals("000"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
