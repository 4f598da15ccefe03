package org.quaymark.edge.registry;

/** An answer of the feed or a snapshot that is not believed; the replica stays as it is. */
final class FeedRefused extends Exception {
    private static final long serialVersionUID = 1;

    FeedRefused(String reason) {
        super(reason);
    }

    FeedRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
