package org.quaymark.inspection.gs1;

import java.util.List;
import java.util.Random;

/** Makes data for application identifiers that their formats allow, and data that breaks one rule of them. */
final class LegalData {
    private static final String[] NUMERIC_COUNTRIES = {"276", "528", "076", "840"};
    private static final String[] CURRENCIES = {"978", "756", "392"};
    private static final String[] COUNTRIES = {"DE", "NL", "BR"};
    private static final String[] PACKAGES = {"PX", "201", "8", "CT", "STL"};
    private static final String[] COUPONS = {
        "012345612345611110123",
        // With dates, the first of them of its end, and a serial number.
        "1" + "1234567" + "123456" + "2" + "12" + "1" + "1" + "1" + "101" + "3301231" + "4300131" + "5" + "0" + "123456"
    };
    private static final String[] OFFERS = {"001234561234560123456", "101234561234561" + "1234567"};
    private static final char NONE = 0;

    private final Random random;

    LegalData(Random random) {
        this.random = random;
    }

    String of(ApplicationIdentifier ai) {
        StringBuilder value = new StringBuilder();
        for (Component component : ai.components()) {
            if (component.optional() && random.nextInt(3) == 0) {
                break;
            }
            value.append(part(component, component.min() + random.nextInt(component.max() - component.min() + 1)));
        }
        return value.toString();
    }

    /** With every part, each as long as it may be, where its tests leave that open. */
    String longest(ApplicationIdentifier ai) {
        StringBuilder value = new StringBuilder();
        ai.components().forEach(component -> value.append(part(component, component.max())));
        return value.toString();
    }

    String part(Component component, int wanted) {
        int length = wanted;
        List<SyntaxTest> tests = component.tests();
        if (tests.contains(SyntaxTest.CSUMALPHA)) {
            length = Math.max(length, 8);
        } else if (tests.contains(SyntaxTest.GCPPOS1)) {
            length = Math.max(length, 4);
        }
        String whole = tests.isEmpty() ? "" : whole(tests.get(0), length);
        if (!whole.isEmpty()) {
            return whole;
        }
        StringBuilder part = new StringBuilder(length);
        String characters = characters(component.characters());
        for (int i = 0; i < length; i++) {
            part.append(characters.charAt(random.nextInt(characters.length())));
        }
        tests.forEach(test -> mend(test, part));
        return part.toString();
    }

    /** For tests that leave little open; empty for the others. */
    private String whole(SyntaxTest test, int length) {
        return switch (test) {
            case YYMMD0 -> date(2, 0);
            case YYMMDD -> date(2, 1);
            case YYYYMMDD -> date(4, 1);
            case HH -> two(24, 0);
            case MI, SS -> two(60, 0);
            case HHMI -> two(24, 0) + two(60, 0);
            case ISO3166 -> pick(NUMERIC_COUNTRIES);
            case ISO3166999 -> random.nextInt(4) == 0 ? "999" : pick(NUMERIC_COUNTRIES);
            case ISO3166ALPHA2 -> pick(COUNTRIES);
            case ISO4217 -> pick(CURRENCIES);
            case ISO5218 -> pick("0", "1", "2", "9");
            case YESNO -> pick("0", "1");
            case WINDING -> pick("0", "1", "9");
            case HYPHEN -> "-";
            case ZERO -> "0".repeat(length);
            case MEDIATYPE -> pick("01", "10", "80", "99");
            case PIECEOFTOTAL -> pick("0101", "0102", "0399", "9999");
            case POSINSEQSLASH -> pick("1/1", "1/9", "3/4");
            case LATITUDE -> String.format("%010d", (long) (random.nextDouble() * 1_800_000_001L));
            case LONGITUDE -> String.format("%010d", (long) (random.nextDouble() * 3_600_000_001L));
            case IBAN -> pick("DE91100000000123456789", "GB98MIDL07009312345678", "BE71096123456769");
            case PACKAGETYPE -> pick(PACKAGES);
            case COUPONCODE -> pick(COUPONS);
            case COUPONPOSOFFER -> pick(OFFERS);
            default -> "";
        };
    }

    /** Changes as little as makes the test pass. */
    private void mend(SyntaxTest test, StringBuilder part) {
        int last = part.length() - 1;
        switch (test) {
            case CSUM -> part.setCharAt(last, CheckDigit.of(part.substring(0, last)));
            case CSUMALPHA -> {
                part.replace(0, 4, "9506");
                part.setCharAt(4, 'q');
                part.replace(last - 1, last + 1, CheckCharacters.of(part.substring(0, last - 1)));
            }
            case GCPPOS1 -> {
                if (!Digits.only(part.substring(0, 4))) {
                    part.replace(0, 4, "9506");
                }
            }
            case NONZERO -> part.setCharAt(last, '1');
            case NOZEROPREFIX -> part.setCharAt(0, '7');
            case IMPORTERIDX -> part.setCharAt(0, pick("A", "z", "-", "_", "0").charAt(0));
            case PCENC -> {
                for (int i = part.indexOf("%"); i >= 0; i = part.indexOf("%")) {
                    part.setCharAt(i, '-');
                }
                if (part.length() > 3) {
                    part.replace(0, 3, "%C3");
                }
            }
            default -> {}
        }
    }

    /** Data of the same characters and length that only this test refuses; empty where it can refuse none. */
    static String failing(SyntaxTest test, Component component, String legal) {
        int last = legal.length() - 1;
        return switch (test) {
            case CSUM -> legal.substring(0, last) + (char) ('0' + (legal.charAt(last) - '0' + 1) % 10);
            case CSUMALPHA -> legal.substring(0, last) + (legal.charAt(last) == '2' ? '3' : '2');
            // Digits that no company prefix begins with are in GS1's table, which changes monthly.
            case GCPPOS1 -> component.characters() == CharacterSet.N ? "" : "A" + legal.substring(1);
            case GCPPOS2 -> "";
            case YYMMD0 -> "271301";
            case YYMMDD -> "270200";
            case YYYYMMDD -> "19000229";
            case HH -> "24";
            case MI, SS -> "60";
            case HHMI -> "2360";
            case ISO3166, ISO3166999 -> "000";
            case ISO3166ALPHA2 -> "ZZ";
            case ISO4217 -> "000";
            case ISO5218 -> "3";
            case YESNO -> "2";
            case WINDING -> "2";
            case HYPHEN -> "+";
            case ZERO -> "1".repeat(legal.length());
            case NONZERO -> "0".repeat(legal.length());
            case NOZEROPREFIX -> "01";
            case HASNONDIGIT -> "9506000134352";
            case IMPORTERIDX -> "!";
            case MEDIATYPE -> "11";
            case PIECEOFTOTAL -> "0302";
            case POSINSEQSLASH -> "5/4";
            case PCENC -> "A%4";
            case LATITUDE -> "1800000001";
            case LONGITUDE -> "3600000001";
            case IBAN -> "DE91100000000123456780";
            case PACKAGETYPE -> "00";
            case COUPONCODE -> "01234561234561111012";
            case COUPONPOSOFFER -> "201234561234560123456";
        };
    }

    /** A character that the set has not. */
    static char outside(CharacterSet characters) {
        return switch (characters) {
            case N -> 'A';
            case X -> '^';
            case Y -> 'a';
            case Z -> '+';
        };
    }

    private static String characters(CharacterSet set) {
        StringBuilder characters = new StringBuilder();
        for (char c = NONE; c < 128; c++) {
            if (set.has(c)) {
                characters.append(c);
            }
        }
        return characters.toString();
    }

    private String date(int yearDigits, int firstDay) {
        String century = yearDigits == 4 ? pick("19", "20") : "";
        int day = firstDay + random.nextInt(29 - firstDay);
        return century + two(100, 0) + two(13, 1) + String.format("%02d", day);
    }

    private String two(int below, int from) {
        return String.format("%02d", from + random.nextInt(below - from));
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
