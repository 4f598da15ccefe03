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
        if (body < 1 || body > PRIMES.length) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < body; i++) {
            int value = VALUES.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * PRIMES[body - 1 - i];
        }
        sum %= 1021;
        return text.charAt(body) == CHECK.charAt(sum / 32) && text.charAt(body + 1) == CHECK.charAt(sum % 32);
    }
}
