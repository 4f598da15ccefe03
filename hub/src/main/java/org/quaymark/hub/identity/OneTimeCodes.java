package org.quaymark.hub.identity;

/** Codes that work once: 256 random bits, stored as a hash. */
public final class OneTimeCodes {
    private OneTimeCodes() {}

    /** A new one. */
    public static String create() {
        return Secrets.token();
    }

    /** What of it is stored. */
    public static String hash(String code) {
        return Secrets.hash(code);
    }
}
