package org.quaymark.sim.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.Proofs;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.log.VerifyingKey;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.HubProcess;

/** Collects the ledger's checkpoints during a campaign, as a witness would, and checks afterwards that they are of one log. */
final class Checkpoints implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;

    private final HubClient client;
    private final VerifyingKey key;
    private final List<String> notes = new ArrayList<>();
    private final ScheduledExecutorService collector =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "checkpoints"));

    private Checkpoints(HubClient client, VerifyingKey key) {
        this.client = client;
        this.key = key;
    }

    /** Starts collecting; the hub's key is had as an edge has it, by enrolment. */
    static Checkpoints collect(HubProcess hub, HubClient client) {
        String code = hub.enrol("CHECK", "witness");
        String body = "{\"code\":\"" + code + "\",\"publicKey\":\""
                + SigningKey.generate("witness").verifyingKey() + "\"}";
        JsonNode enrolled =
                HubClient.good(client.post("/edges/witness/enrolment", body)).json();
        Checkpoints checkpoints = new Checkpoints(
                client, VerifyingKey.parse(enrolled.path("hubKey").asText()));
        var unused = checkpoints.collector.scheduleWithFixedDelay(
                checkpoints::collectOne, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return checkpoints;
    }

    private void collectOne() {
        try {
            HubClient.Reply reply = client.get("/ledger/checkpoint");
            if (reply.status() == 200) {
                synchronized (notes) {
                    notes.add(reply.body());
                }
            }
        } catch (Failure killed) {
            // a hub that was killed just now has no checkpoint; the next look is in a second
            Thread.onSpinWait();
        }
    }

    private record Seen(long size, byte[] root) {}

    /** What does not verify: signatures, sizes that shrink, trees that are not the beginning of the next. */
    List<String> unverified() {
        List<String> bad = new ArrayList<>();
        Seen before = null;
        collectOne();
        List<String> all;
        synchronized (notes) {
            all = List.copyOf(notes);
        }
        for (String note : all) {
            Seen seen = open(note);
            if (seen == null) {
                bad.add("a checkpoint without the hub's signature: " + note);
            } else {
                if (before != null && !follows(before, seen)) {
                    bad.add("the ledger of " + before.size() + " is not the beginning of that of " + seen.size());
                }
                before = seen;
            }
        }
        return bad;
    }

    int count() {
        synchronized (notes) {
            return notes.size();
        }
    }

    private @Nullable Seen open(String note) {
        String text = key.openNote(note);
        if (text == null) {
            return null;
        }
        String[] lines = text.split("\n", -1);
        return new Seen(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    private boolean follows(Seen older, Seen newer) {
        if (older.size() == newer.size()) {
            return java.util.Arrays.equals(older.root(), newer.root());
        }
        if (older.size() == 0) {
            return true;
        }
        if (older.size() > newer.size()) {
            return false;
        }
        JsonNode proof = HubClient.good(client.get("/ledger/proof?from=" + older.size() + "&size=" + newer.size()))
                .json();
        List<byte[]> path = new ArrayList<>();
        proof.path("hashes").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asText())));
        return Proofs.isConsistent(older.size(), newer.size(), older.root(), newer.root(), path);
    }

    @Override
    public void close() {
        collector.shutdownNow();
    }
}
