package org.quaymark.process.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
    @Test
    void whatGoesWrongIsOneLineWithItsCauses() {
        assertTrue(LoggerFactory.getILoggerFactory() instanceof LoggerContext, "logback is the one binding");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ch.qos.logback.classic.Logger logger = context.getLogger("org.quaymark.test");
        LoggingEvent event = new LoggingEvent(
                "caller",
                logger,
                ch.qos.logback.classic.Level.ERROR,
                "batch 7 was\nnot taken",
                new IllegalStateException("no\r\nanswer", new java.io.IOException("reset")),
                null);
        String line = layout(context).doLayout(event);
        assertEquals(1, line.lines().count(), line);
        assertTrue(
                line.endsWith("batch 7 was not taken (IllegalStateException: no answer; caused by IOException: reset)"
                        + System.lineSeparator()),
                line);
    }

    @Test
    void librariesAreQuietAndNothingGoesToStandardOutput() {
        assertFalse(LoggerFactory.getLogger("io.vertx.core").isInfoEnabled());
        assertTrue(LoggerFactory.getLogger("org.quaymark.anything").isInfoEnabled());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        assertEquals("System.err", appender(context).getTarget());
    }

    private static PatternLayout layout(LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("brief", BriefException::new);
        layout.setPattern("%replace(%msg){'[\\r\\n]+',' '}%brief%n");
        layout.start();
        return layout;
    }

    private static ConsoleAppender<?> appender(LoggerContext context) {
        return (ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .next();
    }
}
