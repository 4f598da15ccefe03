package org.quaymark.hub.http;

/** Answers a request, on a worker thread: it may block. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers it.
     *
     * @throws Problem for an answer that is an error of the request's
     * @throws Exception for one of ours: 500, logged with its trace
     */
    Answer answer(Call call) throws Exception;
}
