package org.quaymark.process.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Logback on standard error, quiet about libraries; {@code java.util.logging} (Paho) goes there too. */
public final class Logging {
    private Logging() {}

    /** Brings {@code java.util.logging} in. Safe to call again. */
    public static void begin() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }

    /** Our own messages from DEBUG, those of libraries from INFO, exceptions with their stack trace. */
    public static void verbose() {
        level(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.INFO);
        level("org.eclipse.paho", Level.INFO);
        level("org.quaymark", Level.DEBUG);
    }

    private static void level(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) logger.setLevel(level);
    }
}
