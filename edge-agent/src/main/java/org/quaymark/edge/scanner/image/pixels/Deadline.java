package org.quaymark.edge.scanner.image.pixels;

import java.time.Duration;

/**
 * When work on an image ends. Asked inside every loop whose length a stranger's image decides.
 *
 * @param nanos of {@link System#nanoTime}
 */
public record Deadline(long nanos) {
    /** That long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Whether it is over. */
    public boolean passed() {
        return System.nanoTime() - nanos >= 0;
    }

    /** The earlier of this and that long from now. */
    public Deadline atMost(Duration time) {
        long other = System.nanoTime() + time.toNanos();
        return other - nanos < 0 ? new Deadline(other) : this;
    }
}
