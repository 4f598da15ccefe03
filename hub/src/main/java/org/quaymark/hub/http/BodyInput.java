package org.quaymark.hub.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, read on a worker thread while it comes. At most one buffer waits at a time: the next is fetched only
 * when that one was read, so a slow reader slows the sender down.
 */
public final class BodyInput extends InputStream {
    private static final long IDLE_SECONDS = 30;
    private static final Buffer END = Buffer.buffer();

    private final HttpServerRequest request;
    private final Context eventLoop;
    private final BlockingQueue<Buffer> arrived = new LinkedBlockingQueue<>();
    private byte[] current = new byte[0];
    private int position;
    private boolean ended;
    private volatile @Nullable Throwable failure;

    /** On the event loop, with the request paused. */
    BodyInput(HttpServerRequest request, Context eventLoop) {
        this.request = request;
        this.eventLoop = eventLoop;
        if (request.isEnded()) {
            arrived.add(END);
            return;
        }
        request.handler(arrived::add);
        request.endHandler(nothing -> arrived.add(END));
        request.exceptionHandler(e -> {
            failure = e;
            arrived.add(END);
        });
        request.fetch(1);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == current.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private void next() throws IOException {
        Buffer buffer;
        try {
            buffer = arrived.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading a body", e);
        }
        if (buffer == null) {
            throw new IOException("nothing of the body came for " + IDLE_SECONDS + " s");
        }
        Throwable failed = failure;
        if (failed != null) {
            throw new IOException("the body broke off", failed);
        }
        if (buffer == END) {
            ended = true;
            return;
        }
        current = buffer.getBytes();
        position = 0;
        eventLoop.runOnContext(nothing -> request.fetch(1));
    }
}
