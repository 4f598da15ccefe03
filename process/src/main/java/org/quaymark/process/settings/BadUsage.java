package org.quaymark.process.settings;

import org.jspecify.annotations.Nullable;

/** A command line, environment or settings file that makes no sense: one line is printed, the exit code is 2. */
public final class BadUsage extends RuntimeException {
    public BadUsage(String message) {
        super(message);
    }

    public BadUsage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
