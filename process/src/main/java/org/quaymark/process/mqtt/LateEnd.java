package org.quaymark.process.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A stream whose end, or failure, in its first half second is told after it. */
final class LateEnd extends FilterInputStream {
    private static final long EARLIEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final long begun = System.nanoTime();

    LateEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return known(in.read());
        } catch (IOException e) {
            awaitEarliest();
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return known(in.read(bytes, from, length));
        } catch (IOException e) {
            awaitEarliest();
            throw e;
        }
    }

    private int known(int read) {
        if (read < 0) {
            awaitEarliest();
        }
        return read;
    }

    private void awaitEarliest() {
        long left = begun + EARLIEST_NANOS - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = begun + EARLIEST_NANOS - System.nanoTime();
        }
    }
}
