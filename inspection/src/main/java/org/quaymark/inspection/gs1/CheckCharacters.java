package org.quaymark.inspection.gs1;

/** The pair of check characters of a GMN and MUDI (GenSpecs 7.9.5): weighted by primes, modulo 1021. */
final class CheckCharacters {
    private static final String VALUES =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String CHECK = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };

    private CheckCharacters() {}

    static boolean areRight(String text) {
        int body = text.length() - 2;
        return body > 0 && body <= PRIMES.length && isPair(of(text.substring(0, body)), text);
    }

    private static boolean isPair(String pair, String text) {
        return !pair.isEmpty() && text.endsWith(pair);
    }

    /** The pair that belongs after these characters, at most 23; empty where one of them is not of CSET 82. */
    static String of(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = VALUES.indexOf(body.charAt(i));
            if (value < 0) {
                return "";
            }
            sum += value * PRIMES[body.length() - 1 - i];
        }
        sum %= 1021;
        return "" + CHECK.charAt(sum / 32) + CHECK.charAt(sum % 32);
    }
}
