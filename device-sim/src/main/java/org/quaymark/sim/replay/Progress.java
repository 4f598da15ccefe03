package org.quaymark.sim.replay;

/** Where somebody is told how far a replay is. Called from several threads. */
public interface Progress extends AutoCloseable {
    /** One more scan has its verdict, or was given up. */
    void step();

    @Override
    void close();

    /** A bar on a terminal, a plain line every few seconds elsewhere; both on standard error. */
    static Progress to(String task, long total) {
        return System.console() != null ? new ProgressOnTerminal(task, total) : new ProgressLines(task, total);
    }
}
