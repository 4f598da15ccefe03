package org.quaymark.edge.scanner;

/** The message cannot be taken as a scan at all; the message says why, in words for the one who sent it. */
final class NoScan extends Exception {
    private static final long serialVersionUID = 1L;

    NoScan(String reason) {
        super(reason);
    }

    /** Why. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
