package org.quaymark.edge.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/**
 * The end of a journal, where entries are added: gives them their number and their link. Valid within one transaction; after a
 * rollback it is to be made anew. Not thread-safe.
 */
final class Tail {
    private final JournalStore store;
    private final HashChain chain;
    private long sequence;

    Tail(JournalStore store) throws SQLException {
        this.store = store;
        JournalStore.Row last = store.last();
        this.sequence = last == null ? 0 : last.sequence();
        this.chain = last == null ? HashChain.empty() : HashChain.from(last.chain());
    }

    /** The last number given. */
    long sequence() {
        return sequence;
    }

    /** Adds an entry and returns its size in bytes. */
    int append(Draft draft, Instant at, @Nullable Long clockOffMillis) throws SQLException, JsonProcessingException {
        byte[] body = Json.LENIENT
                .writerFor(JournalEntry.class)
                .writeValueAsBytes(Numbering.entry(draft, sequence + 1, at, clockOffMillis));
        return add(at, ScanKey.of(draft), body);
    }

    /** Adds an entry of another generation under the next number. */
    int carryOver(ObjectNode entry) throws SQLException, JsonProcessingException {
        entry.put("sequence", sequence + 1);
        JournalEntry known = Json.LENIENT.treeToValue(entry, JournalEntry.class);
        return add(known.at(), ScanKey.of(known), Json.LENIENT.writeValueAsBytes(entry));
    }

    private int add(Instant at, @Nullable ScanKey key, byte[] body) throws SQLException {
        byte[] link = chain.append(body);
        sequence++;
        store.insert(sequence, at, key, body, link);
        return body.length;
    }
}
