package org.quaymark.sim.replay;

/** Where somebody is told how far a replay is. Called from several threads. */
public interface Progress extends AutoCloseable {
    /** One more scan has its verdict, or was given up. */
    void step();

    @Override
    void close();

    /** A bar on a terminal, a plain line every few seconds elsewhere; both on standard error. */
    static Progress to(String task, long total) {
        return onTerminal() ? new ProgressOnTerminal(task, total) : new ProgressLines(task, total);
    }

    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on there is always a console: that it is a terminal, only TERM tells
    private static boolean onTerminal() {
        String terminal = System.getenv("TERM");
        return System.console() != null && terminal != null && !terminal.equals("dumb");
    }
}
