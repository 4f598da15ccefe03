package org.quaymark.hub.registry;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Registry lines as JSON text, one after the other, whatever form they come in. */
interface LineSource extends Closeable {
    /** The most bytes of a line. */
    int MAX_LINE = 8 * 1024 * 1024;

    /**
     * A line.
     *
     * @param number from 1, as the sender counts
     * @param text null where it cannot be taken at all
     * @param refusal then why
     */
    record Line(
            long number, @Nullable String text, @Nullable String refusal) {}

    /** The next line that is not blank, null at the end. */
    @Nullable
    Line next() throws IOException;
}
