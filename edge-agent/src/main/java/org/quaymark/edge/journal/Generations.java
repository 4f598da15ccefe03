package org.quaymark.edge.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.process.json.Json;

/**
 * The next generation of a journal, once a person gave the edge a new code: what no hub has confirmed is carried over and
 * numbered from 1, in one transaction with the new key. Confirmed entries stay, under numbers below 1, so that a scan that comes
 * again is still known.
 */
final class Generations {
    private static final int PIECE = 2_000;

    private Generations() {}

    static void begin(JournalStore store, Map<String, byte[]> settings) throws SQLException, IOException {
        // Without a receipt the numbers begin at 1 already, also in a journal that was begun anew after damage.
        if (store.acknowledged() > 0) {
            renumber(store);
        }
        for (Map.Entry<String, byte[]> setting : settings.entrySet()) {
            store.putSetting(setting.getKey(), setting.getValue());
        }
        store.putSetting(JournalStore.ACKNOWLEDGED, new byte[Long.BYTES]);
        store.removeSetting(JournalStore.DAMAGE);
    }

    private static void renumber(JournalStore store) throws SQLException, IOException {
        store.shift(store.acknowledged());
        HashChain chain = HashChain.empty();
        long from = 0;
        for (List<JournalStore.Row> rows = store.after(from, PIECE, Long.MAX_VALUE);
                !rows.isEmpty();
                rows = store.after(from, PIECE, Long.MAX_VALUE)) {
            for (JournalStore.Row row : rows) {
                from = row.sequence();
                if (!(Json.LENIENT.readTree(row.body()) instanceof ObjectNode entry)) {
                    throw new JournalUnusable("entry " + from + " of the journal is no JSON object");
                }
                byte[] body = Json.LENIENT.writeValueAsBytes(entry.put("sequence", from));
                store.rewrite(from, body, chain.append(body));
            }
        }
    }
}
