package org.quaymark.edge.journal;

/** The journal's file cannot be opened or is none of ours; it is never deleted, a person decides. */
public final class JournalUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalUnusable(String message) {
        super(message);
    }

    JournalUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
