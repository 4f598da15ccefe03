package org.quaymark.hub.identity;

/** Codes that work once: 256 random bits, stored as a hash. */
public final class OneTimeCodes {
    /** A code that began with a hyphen would be taken for an option where it is handed to {@code --enrol}. */
    private static final String PREFIX = "qe_";

    private OneTimeCodes() {}

    /** A new one. */
    public static String create() {
        return PREFIX + Secrets.token();
    }

    /** What of it is stored. */
    public static String hash(String code) {
        return Secrets.hash(code);
    }
}
