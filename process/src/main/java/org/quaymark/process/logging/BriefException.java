package org.quaymark.process.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import org.slf4j.LoggerFactory;

/** An exception on the line of its message: class and message, then its causes. With {@code --verbose} the whole stack trace. */
public final class BriefException extends ThrowableHandlingConverter {
    private static final int MAX_CAUSES = 4;

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown == null) return "";
        if (LoggerFactory.getLogger("org.quaymark") instanceof Logger own
                && own.getEffectiveLevel().toInt() <= Level.DEBUG_INT)
            return System.lineSeparator() + ThrowableProxyUtil.asString(thrown).stripTrailing();
        StringBuilder text = new StringBuilder(" (");
        for (int depth = 0; thrown != null && depth < MAX_CAUSES; depth++, thrown = thrown.getCause()) {
            if (depth > 0) text.append("; caused by ");
            text.append(simple(thrown.getClassName()))
                    .append(": ")
                    .append(oneLine(String.valueOf(thrown.getMessage())));
        }
        return text.append(')').toString();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
