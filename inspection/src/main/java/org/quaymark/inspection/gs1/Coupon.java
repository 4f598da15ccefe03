package org.quaymark.inspection.gs1;

/**
 * Coupons of North America: AI 8110 ("North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols") and AI
 * 8112 ("GS1 AI (8112) Coupon Data Specification"), both of digits, most fields with their length in front. For one text only.
 */
final class Coupon {
    /** A company prefix has as many digits as its length digit says and these. */
    private static final int PREFIX = 6;

    private static final int OFFER = 6;
    private static final int FAMILY = 3;
    private static final int DATE = 6;

    private final String digits;
    private int at;
    private boolean right;

    private Coupon(String digits) {
        this.digits = digits;
        this.right = Digits.only(digits);
    }

    /** Whether that is the data of AI 8110. */
    static boolean isCode(String data) {
        Coupon coupon = new Coupon(data);
        coupon.counted("0123456", PREFIX);
        coupon.skip(OFFER);
        coupon.counted("12345", 0);
        coupon.purchase();
        coupon.optionalFields();
        return coupon.isDone();
    }

    /** Whether that is the data of AI 8112, of an offer kept in a positive file. */
    static boolean isPositiveOffer(String data) {
        Coupon coupon = new Coupon(data);
        coupon.oneOf("01");
        coupon.counted("0123456", PREFIX);
        coupon.skip(OFFER);
        coupon.counted("0123456789", PREFIX);
        return coupon.isDone();
    }

    /** Each has its number in front; they come in the order of their numbers. */
    private void optionalFields() {
        if (has('1')) {
            oneOf("0123");
            purchase();
            otherPrefix();
        }
        if (has('2')) {
            purchase();
            otherPrefix();
        }
        String expires = has('3') ? date() : "999999";
        if (has('4')) {
            right &= date().compareTo(expires) <= 0;
        }
        if (has('5')) {
            counted("0123456789", PREFIX);
        }
        if (has('6')) {
            counted("1234567", PREFIX);
        }
        if (has('9')) {
            oneOf("01256");
            oneOf("012");
            oneOf("0123456789");
            oneOf("01");
        }
    }

    /** What has to be bought: how much or many, in which unit, of which family. */
    private void purchase() {
        counted("12345", 0);
        oneOf("012349");
        skip(FAMILY);
    }

    /** Of another company's goods; 9 says the same company. */
    private void otherPrefix() {
        if (!has('9')) {
            counted("0123456", PREFIX);
        }
    }

    private String date() {
        int from = at;
        skip(DATE);
        String date = right ? digits.substring(from, at) : "";
        right &= Gs1Date.isDate(date, false);
        return date;
    }

    /** A length digit, one of those allowed, and as many digits as it says and {@code more}. */
    private void counted(String allowed, int more) {
        int length = oneOf(allowed);
        skip(length + more);
    }

    private int oneOf(String allowed) {
        int from = at;
        skip(1);
        right = right && allowed.indexOf(digits.charAt(from)) >= 0;
        return right ? digits.charAt(from) - '0' : 0;
    }

    private boolean has(char number) {
        boolean has = right && at < digits.length() && digits.charAt(at) == number;
        if (has) {
            at++;
        }
        return has;
    }

    private void skip(int count) {
        at += count;
        right &= at <= digits.length();
    }

    private boolean isDone() {
        return right && at == digits.length();
    }
}
