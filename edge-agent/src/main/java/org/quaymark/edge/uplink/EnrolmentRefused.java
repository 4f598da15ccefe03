package org.quaymark.edge.uplink;

/** The hub does not take this edge: a wrong, used or expired code, or data of another edge. A person has to act. */
public final class EnrolmentRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    EnrolmentRefused(String message) {
        super(message);
    }
}
