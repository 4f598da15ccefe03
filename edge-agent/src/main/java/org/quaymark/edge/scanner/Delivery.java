package org.quaymark.edge.scanner;

import java.util.List;

/**
 * What becomes of a message, on the connection it came by and on no other: once that is gone, every call here does nothing,
 * and the broker delivers the message again.
 */
interface Delivery {
    /** Publishes the answers, and acknowledges the message once the broker has all of them. */
    void answer(List<Outgoing> answers);

    /** Whether somebody tries a dead letter again: then a failure is told and not set aside once more. */
    default boolean isRetry() {
        return false;
    }

    /** The message could not be dealt with: closes the connection, so that it is delivered again on the next. */
    void failed(String what, Throwable cause);
}
