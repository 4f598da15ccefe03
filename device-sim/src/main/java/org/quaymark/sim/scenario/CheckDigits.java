package org.quaymark.sim.scenario;

/** Check digits of what is printed on labels; the simulator's own, so that a fault in the reader's shows. */
final class CheckDigits {
    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private CheckDigits() {}

    /** The digits with their GS1 check digit (GenSpecs 7.9): weights 3, 1, 3 … from the right. */
    static String gs1(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** An S10 item identifier (UPU S10): service indicator, eight digits, check digit, country. */
    static String s10(String service, int number, String country) {
        String digits = "%08d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += S10_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        if (check == 10) {
            check = 0;
        } else if (check == 11) {
            check = 5;
        }
        return service + digits + check + country;
    }
}
