package org.quaymark.edge.journal;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The connection readers share; made anew after a failure, and where the file is another one. Thread-safe. */
final class JournalReader implements AutoCloseable {
    private final JournalFile file;
    private @Nullable JournalStore store;
    private int epoch;

    JournalReader(JournalFile file) {
        this.file = file;
    }

    /** What is to be read. */
    interface Reading<T> {
        @Nullable
        T from(JournalStore store) throws SQLException;
    }

    synchronized <T> @Nullable T read(Reading<T> what, String doing) {
        try {
            JournalStore current = current();
            try {
                return what.from(current);
            } finally {
                // Ends the read transaction: an open one would keep the write-ahead log from being taken in.
                current.rollback();
            }
        } catch (SQLException | IOException e) {
            if (JournalFile.isDamage(e)) {
                file.suspect();
            }
            close();
            throw new JournalUnusable(doing + ": " + e.getMessage(), e);
        }
    }

    private JournalStore current() throws SQLException, IOException {
        JournalStore current = store;
        if (current != null && epoch != file.epoch()) {
            close();
            current = null;
        }
        if (current == null) {
            epoch = file.epoch();
            current = file.again();
            store = current;
        }
        return current;
    }

    @Override
    public synchronized void close() {
        JournalStore current = store;
        store = null;
        if (current != null) {
            current.closeQuietly();
        }
    }
}
