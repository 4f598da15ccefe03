package org.quaymark.process.settings;

import org.jspecify.annotations.Nullable;

/** A run that could not do what it was asked: its message is printed as one line, the exit code is 1. */
public final class Failure extends RuntimeException {
    public Failure(String message) {
        super(message);
    }

    public Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
