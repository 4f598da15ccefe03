package org.quaymark.hub.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A GET that may wait for a log to grow. While it waits it holds neither a thread nor a connection of the database. */
public interface LongPoll {
    /** The log it waits for: a name of {@link org.quaymark.hub.storage.Head}. */
    String head();

    /** How long this call may wait; checks the caller and the parameters too. */
    Duration longest(Call call);

    /**
     * Answers, on a worker thread.
     *
     * @param isLast whether the time is over: an answer must be given
     * @return null to wait on
     */
    @Nullable
    Answer answer(Call call, boolean isLast) throws Exception;
}
