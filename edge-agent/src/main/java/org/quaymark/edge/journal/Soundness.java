package org.quaymark.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.HashChain;

/** Whether a journal's file is what was written to it, as far as that can be told before its docks have to wait. */
final class Soundness {
    /** A larger file is looked through only where something is wrong with it: an SD card reads 20 MB a second. */
    private static final long ALWAYS_CHECKED_BYTES = 64L << 20;

    private static final int LAST = 1_000;
    private static final int PIECE = 2_000;

    private Soundness() {}

    /** What is wrong, null where nothing was found. Looks at everything where the file is small or suspect. */
    static @Nullable String check(JournalStore store, Path path, boolean suspect) throws SQLException {
        boolean all = suspect || size(path) <= ALWAYS_CHECKED_BYTES;
        if (all) {
            String structure = store.schema().quickCheck();
            if (!structure.equals("ok")) {
                return structure;
            }
        }
        JournalStore.Row last = store.last();
        if (last == null) {
            return null;
        }
        long from = store.acknowledged();
        return chain(store, all ? from : Math.max(from, last.sequence() - LAST));
    }

    private static @Nullable String chain(JournalStore store, long from) throws SQLException {
        long after = from;
        // Null where the entry before was confirmed and is not kept: then the first link is taken as it is.
        byte[] head = store.chainAt(after);
        while (true) {
            List<JournalStore.Row> rows = store.after(after, PIECE, Long.MAX_VALUE);
            if (rows.isEmpty()) {
                return null;
            }
            String broken = broken(rows, after, head);
            if (broken != null) {
                return broken;
            }
            after = rows.get(rows.size() - 1).sequence();
            head = rows.get(rows.size() - 1).chain();
        }
    }

    /**
     * What is wrong with consecutive rows.
     *
     * @param head the link before them, null where it is not known
     */
    static @Nullable String broken(List<JournalStore.Row> rows, long after, byte @Nullable [] head) {
        long expected = after + 1;
        byte[] link = head;
        for (JournalStore.Row row : rows) {
            if (row.sequence() != expected) {
                return "entry " + expected + " is missing";
            }
            if (link != null && !Arrays.equals(HashChain.from(link).append(row.body()), row.chain())) {
                return "entry " + expected + " is not what was written";
            }
            link = row.chain();
            expected++;
        }
        return null;
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}
