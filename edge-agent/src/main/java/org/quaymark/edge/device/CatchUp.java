package org.quaymark.edge.device;

import java.io.IOException;
import java.util.List;
import org.quaymark.edge.journal.JournalBatch;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journal from a number on. */
final class CatchUp {
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final int ENTRIES = 2_000;
    private static final long BYTES = 4L * 1024 * 1024;

    private final SqliteJournal journal;

    CatchUp(SqliteJournal journal) {
        this.journal = journal;
    }

    interface Each {
        void entry(long sequence, JournalEntry entry);
    }

    void after(long sequence, Each each) {
        long after = sequence;
        while (true) {
            JournalBatch batch = journal.batchAfter(after, ENTRIES, BYTES);
            if (batch.isEmpty()) {
                return;
            }
            List<byte[]> lines = batch.lines();
            for (int i = 0; i < lines.size(); i++) {
                read(batch.first() + i, lines.get(i), each);
            }
            after = batch.last();
        }
    }

    private static void read(long sequence, byte[] line, Each each) {
        try {
            each.entry(sequence, Json.LENIENT.readValue(line, JournalEntry.class));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Entry {} of the journal cannot be counted", sequence, e);
        }
    }
}
