package org.quaymark.hub.intake;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Says in this process that a journal batch was committed and waits in {@code journal_batch} for detection. Only a signal:
 * what another process stored, or one that ended before it looked, is found by looking at the table.
 */
@Singleton
public final class BatchArrivals {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Has a listener called after each batch's commit. It must not block. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    void arrived() {
        listeners.forEach(Runnable::run);
    }
}
