package org.quaymark.edge.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads out of a damaged journal what can be read: the facts beside the entries (the edge's key among them) and the entries no
 * hub has confirmed, one by one, so that a broken page takes with it only what is on it. The damaged file is not changed.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    /** Numbers in a row without an entry after which the file is at its end, where that cannot be asked for. */
    private static final int SILENCE = 10_000;

    private Salvage() {}

    /**
     * What came of it.
     *
     * @param entries carried over
     * @param missing numbers between the first and the last found that could not be read
     */
    record Report(long entries, long missing) {}

    static Report of(Path damaged, JournalStore into) throws SQLException, IOException {
        try (JournalStore from = JournalSchema.openDamaged(damaged)) {
            settings(from, into);
            return entries(from, into);
        } catch (SQLException e) {
            LOG.error("Nothing can be read from {}: {}", damaged, e.getMessage());
            return new Report(0, 0);
        }
    }

    private static void settings(JournalStore from, JournalStore into) throws SQLException {
        try {
            for (Map.Entry<String, byte[]> setting : from.settings().entrySet()) {
                into.putSetting(setting.getKey(), setting.getValue());
            }
        } catch (SQLException e) {
            LOG.error("The edge's key and settings cannot be read from the damaged journal: {}", e.getMessage());
        }
        into.putSetting(JournalStore.ACKNOWLEDGED, new byte[Long.BYTES]);
    }

    private static Report entries(JournalStore from, JournalStore into) throws SQLException, IOException {
        long end = end(from);
        long begin = begin(from, end);
        Tail tail = new Tail(into);
        long carried = 0;
        long missing = 0;
        long gap = 0;
        byte[] link = null;
        for (long sequence = begin; sequence <= end && gap < SILENCE; sequence++) {
            JournalStore.Row row = read(from, sequence);
            if (row == null || (link != null && !follows(link, row))) {
                gap++;
                link = row == null ? null : row.chain();
                continue;
            }
            missing += gap;
            gap = 0;
            link = row.chain();
            carried += carry(row, tail);
        }
        boolean knownEnd = end != Long.MAX_VALUE;
        return new Report(carried, missing + (knownEnd ? gap : 0));
    }

    private static int carry(JournalStore.Row row, Tail tail) throws SQLException, IOException {
        try {
            if (Json.LENIENT.readTree(row.body()) instanceof ObjectNode entry) {
                tail.carryOver(entry);
                return 1;
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            LOG.warn("Entry {} of the damaged journal is not readable", row.sequence());
        }
        return 0;
    }

    private static JournalStore.@Nullable Row read(JournalStore from, long sequence) {
        try {
            return from.row(sequence);
        } catch (SQLException e) {
            return null;
        }
    }

    private static boolean follows(byte[] link, JournalStore.Row row) {
        return Arrays.equals(HashChain.from(link).append(row.body()), row.chain());
    }

    /** The first number no hub has confirmed, or where that cannot be read, the first that is there. */
    private static long begin(JournalStore from, long end) {
        try {
            return from.acknowledged() + 1;
        } catch (SQLException e) {
            try {
                return Math.max(1, from.first());
            } catch (SQLException alsoUnreadable) {
                return end;
            }
        }
    }

    private static long end(JournalStore from) {
        try {
            JournalStore.Row last = from.last();
            return last == null ? 0 : last.sequence();
        } catch (SQLException e) {
            return Long.MAX_VALUE;
        }
    }
}
