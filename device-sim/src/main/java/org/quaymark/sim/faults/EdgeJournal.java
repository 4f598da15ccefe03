package org.quaymark.sim.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.process.json.Json;

/**
 * What an edge's own journal says, read from its file beside the running edge, by nothing of the edge's code.
 *
 * @param entries how many it still has
 * @param pruned how many in front of them it has confirmed and forgotten
 * @param withoutReceipt how many no hub has given its receipt for
 * @param broken where its chain, its numbers or its entries are not as they should be
 * @param scans the verdicts it has, by scan
 */
record EdgeJournal(
        String edge, long entries, long pruned, long withoutReceipt, List<String> broken, Map<String, Copies> scans) {
    private static final int NAMED = 20;

    /** Reads that edge's; a file that cannot be read is broken. */
    static EdgeJournal read(String edge, Path directory) {
        Reading reading = new Reading();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            reading.acknowledged(statement);
            try (ResultSet rows = statement.executeQuery("SELECT sequence, body, chain FROM entry ORDER BY sequence")) {
                while (rows.next()) {
                    reading.entry(rows.getLong(1), rows.getBytes(2), rows.getBytes(3));
                }
            }
        } catch (SQLException | IOException e) {
            reading.broken.add(edge + ": its journal cannot be read: " + e.getMessage());
        }
        return reading.of(edge);
    }

    private static final class Reading {
        private final List<String> broken = new ArrayList<>();
        private final Map<String, Copies> scans = new HashMap<>();
        private HashChain chain = HashChain.empty();
        private long first;
        private long last;
        private long entries;
        private long acknowledged;

        void acknowledged(Statement statement) throws SQLException {
            try (ResultSet rows = statement.executeQuery("SELECT value FROM setting WHERE key = 'acknowledged'")) {
                acknowledged = rows.next() ? ByteBuffer.wrap(rows.getBytes(1)).getLong() : 0;
            }
        }

        void entry(long sequence, byte[] body, byte[] link) throws IOException {
            JsonNode entry = Json.LENIENT.readTree(body);
            if (entries++ == 0) {
                first = sequence;
            } else if (sequence != last + 1) {
                broken.add("after entry " + last + " comes " + sequence);
            }
            if (entry.path("sequence").asLong() != sequence) {
                broken.add("entry " + sequence + " says it is " + entry.path("sequence"));
            }
            // What was in front of the first one that is kept is known by its link alone.
            if (entries > 1 || sequence == 1) {
                if (!Arrays.equals(chain.append(body), link)) {
                    broken.add("entry " + sequence + " is not tied to the one before it");
                }
            }
            chain = HashChain.from(link);
            last = sequence;
            if (entry.path("kind").asText().equals("sighting")) {
                scans.merge(
                        entry.path("scan").path("id").asText(),
                        new Copies(1, entry.path("verdict").path("verdict").asText()),
                        Copies::and);
            }
        }

        EdgeJournal of(String edge) {
            if (first > acknowledged + 1) {
                broken.add("entries " + (acknowledged + 1) + " to " + (first - 1)
                        + " are gone, and no hub has given its receipt for them");
            }
            return new EdgeJournal(
                    edge,
                    entries,
                    Math.max(0, Math.min(first - 1, acknowledged)),
                    Math.max(0, last - acknowledged),
                    broken.stream().limit(NAMED).map(line -> edge + ": " + line).toList(),
                    Map.copyOf(scans));
        }
    }
}
