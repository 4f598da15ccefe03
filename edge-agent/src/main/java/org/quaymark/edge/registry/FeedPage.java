package org.quaymark.edge.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quaymark.edge.uplink.HubAnswer;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.VerifyingKey;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.Json;
import org.quaymark.process.json.RegistryJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A verified answer of the feed: numbered on from the replica without a gap, chained to it, and signed at its end.
 *
 * @param lines how many lines it had, readable or not
 * @param latest the number of the hub's last change, as its header says; it is not signed and only tells how far it is
 */
record FeedPage(HeadCheck check, List<Replica.Change> changes, int lines, long latest) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPage.class);

    static FeedPage verified(HubAnswer answer, VerifyingKey hub, ReplicaHead replica) throws FeedRefused {
        HeadCheck check = HeadCheck.verified(answer.header("Quaymark-Head"), hub, replica);
        HashChain chain = HashChain.from(replica.chain());
        List<Replica.Change> changes = new ArrayList<>();
        long sequence = replica.sequence();
        int lines = 0;
        byte[] body = answer.body();
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(body, start, end);
            start = end + 1;
            if (line.length == 0) {
                continue;
            }
            sequence++;
            lines++;
            chain.append(line);
            read(line, sequence, changes);
        }
        if (check.head().sequence() != sequence) {
            throw new FeedRefused("the answer ends at change " + sequence + ", its head says "
                    + check.head().sequence());
        }
        if (!Arrays.equals(check.head().chain(), chain.head())) {
            throw new FeedRefused("the feed is forked: another chain at change " + sequence);
        }
        return new FeedPage(check, changes, lines, latest(answer));
    }

    private static void read(byte[] line, long sequence, List<Replica.Change> changes) throws FeedRefused {
        JsonNode json;
        try {
            json = Json.LENIENT.readTree(line);
        } catch (IOException e) {
            throw new FeedRefused("change " + sequence + " is not JSON", e);
        }
        if (json.path("sequence").asLong(-1) != sequence) {
            throw new FeedRefused("change " + sequence + " is missing, there is "
                    + json.path("sequence").asText("none"));
        }
        try {
            changes.add(new Replica.Change(
                    sequence, RegistryJson.read(json.path("record").toString())));
        } catch (InvalidLine e) {
            // Signed by the hub all the same: a newer hub's record. One such record does not stop the others.
            LOG.error(
                    "Change {} of the registry is not readable by this version and is passed over: {}",
                    sequence,
                    shown(e.reason()));
        }
    }

    private static String shown(String reason) {
        return reason.length() > 200 ? reason.substring(0, 200) : reason;
    }

    private static long latest(HubAnswer answer) {
        String latest = answer.header("Quaymark-Latest");
        return latest != null && latest.matches("[0-9]{1,18}") ? Long.parseLong(latest) : -1;
    }
}
