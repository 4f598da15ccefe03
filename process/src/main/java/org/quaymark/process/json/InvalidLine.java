package org.quaymark.process.json;

/** A line of registry data that is refused; the message is the reason, for the person who wrote the line. */
public final class InvalidLine extends Exception {
    private static final long serialVersionUID = 1;

    public InvalidLine(String reason, Throwable cause) {
        super(reason, cause);
    }

    public InvalidLine(String reason) {
        super(reason);
    }

    /** Why it is refused. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
