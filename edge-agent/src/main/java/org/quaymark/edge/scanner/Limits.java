package org.quaymark.edge.scanner;

/** How much is taken from a message; a journal entry must stay under 65,535 bytes whatever a stranger sends. */
final class Limits {
    /** Bytes in one code, and in all codes of one scan: the largest QR code holds 7,089 digits. */
    static final int CODE_BYTES = 8 * 1024;
    /** Codes in one scan. */
    static final int CODES = 64;
    /** Characters of an id. */
    static final int ID = 128;
    /** Characters of any other text. */
    static final int TEXT = 256;

    private Limits() {}
}
