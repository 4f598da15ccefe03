package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Serials;
import org.quaymark.process.json.RegistryJson;

/**
 * The only writer of the registry. Each line that changes something becomes the next change of the feed, chained to the
 * one before; a line that says what is already so changes nothing. Thread-safe, over all hub processes.
 */
@Singleton
public final class RegistryAuthority {
    private final Database database;
    private final Heads heads;
    private final Ledger ledger;
    private final Clock clock;

    RegistryAuthority(Database database, Heads heads, Ledger ledger, Clock clock) {
        this.database = database;
        this.heads = heads;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What lines came to.
     *
     * @param changes how many of them changed something
     * @param sequence the feed's last change after them
     */
    public record Applied(int changes, long sequence) {}

    /**
     * Applies lines in their order, in the open transaction or in one of its own. Who waits for the feed is told after the
     * commit.
     *
     * @param actor who says so, as the ledger names it
     */
    public Applied apply(List<? extends RegistryLine> lines, String actor) {
        return database.inTransaction(connection -> {
            Head head = heads.lock(connection, Head.REGISTRY);
            CurrentRecords records = new CurrentRecords(connection);
            records.prefetch(lines);
            CurrentUnits units = new CurrentUnits(connection);
            HashChain chain = HashChain.from(head.hash());
            Instant now = clock.instant();
            long sequence = head.sequence();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO registry_change (sequence, at, actor, type, id, line, chain)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (RegistryLine line : lines) {
                    String body = RegistryJson.write(line);
                    long next = sequence + 1;
                    if (!takes(records, units, line, body, next)) {
                        continue;
                    }
                    sequence = next;
                    String wire = FeedLine.of(sequence, now, body);
                    byte[] link = chain.append(wire.getBytes(StandardCharsets.UTF_8));
                    Sql.bind(
                            insert,
                            sequence,
                            now,
                            actor,
                            line.key().type().wireName(),
                            line.key().id(),
                            wire,
                            link);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            records.flush();
            int changes = (int) (sequence - head.sequence());
            if (changes > 0) {
                heads.advance(connection, Head.REGISTRY, sequence, chain.head());
                ledger.append(new LedgerEntry(
                        "registry",
                        now,
                        actor,
                        Map.of(
                                "first",
                                head.sequence() + 1,
                                "last",
                                sequence,
                                "chain",
                                HexFormat.of().formatHex(chain.head()))));
            }
            return new Applied(changes, sequence);
        });
    }

    private static boolean takes(
            CurrentRecords records, CurrentUnits units, RegistryLine line, String body, long sequence)
            throws SQLException {
        if (line instanceof Serials serials) {
            return units.put(serials, sequence);
        }
        if (line instanceof Deletion deletion) {
            Deletion.Units removed = deletion.serials();
            return removed != null ? units.remove(removed, sequence) : records.remove(deletion.key());
        }
        return records.put((RegistryRecord) line, body, sequence);
    }

    /** The feed's head. */
    public Head head() {
        return database.read(connection -> heads.read(connection, Head.REGISTRY));
    }
}
