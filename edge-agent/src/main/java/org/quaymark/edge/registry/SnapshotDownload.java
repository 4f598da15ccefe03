package org.quaymark.edge.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.uplink.EdgeIdentity;
import org.quaymark.edge.uplink.HubAnswer;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.edge.uplink.HubRequest;

/**
 * Fetches a ready replica piece by piece beside the one in use, goes on where it was cut off, verifies it whole, and only
 * then puts it in the other's place.
 */
final class SnapshotDownload {
    private static final int PIECE = 8 << 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");
    private static final Pattern ETAG = Pattern.compile("\"?(?:sha256[ :-])?([0-9a-f]{64})\"?");

    private final HubClient client;
    private volatile EdgeIdentity identity;
    private final Path part;
    private final Path tag;

    SnapshotDownload(HubClient client, EdgeIdentity identity, Path part) {
        this.client = client;
        this.identity = identity;
        this.part = part;
        this.tag = part.resolveSibling(part.getFileName() + ".etag");
    }

    void goOnAs(EdgeIdentity other) {
        identity = other;
    }

    void into(Replica replica) throws IOException, InterruptedException, FeedRefused {
        HubAnswer last = download();
        try {
            verify(last, replica);
            Files.deleteIfExists(tag);
            replica.replaceBy(part);
        } catch (SQLException e) {
            discard();
            throw new FeedRefused("the snapshot is no usable replica: " + e.getMessage(), e);
        } catch (FeedRefused e) {
            discard();
            throw e;
        }
    }

    private HubAnswer download() throws IOException, InterruptedException {
        while (true) {
            long have = Files.exists(part) ? Files.size(part) : 0;
            HubAnswer answer = client.send(
                    identity,
                    HubRequest.get("/api/v1/registry/snapshot", null, TIMEOUT, PIECE + (1 << 16))
                            .with("Range", "bytes=" + have + "-" + (have + PIECE - 1)));
            String etag = answer.header("ETag");
            if (answer.status() == 200) {
                append(0, answer.body(), etag);
                return answer;
            }
            if (answer.status() == 416) {
                discard();
                throw new IOException("the snapshot became smaller than the part fetched");
            }
            Matcher range = CONTENT_RANGE.matcher(String.valueOf(answer.header("Content-Range")));
            if (answer.status() != 206 || !range.matches() || Long.parseLong(range.group(1)) != have) {
                throw new IOException("fetching the snapshot: the hub answers " + answer);
            }
            if (have > 0 && etag != null && !etag.equals(knownTag())) {
                // The hub made a new one meanwhile: begin again with that.
                discard();
                continue;
            }
            append(have, answer.body(), etag);
            if (have + answer.body().length >= Long.parseLong(range.group(3))) {
                return answer;
            }
        }
    }

    private void append(long at, byte[] bytes, @Nullable String etag) throws IOException {
        if (at == 0) {
            Files.writeString(tag, etag == null ? "" : etag);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(at);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, at + buffer.position());
            }
            channel.force(true);
        }
    }

    private void verify(HubAnswer answer, Replica replica) throws IOException, SQLException, FeedRefused {
        Matcher etag = ETAG.matcher(String.valueOf(answer.header("ETag")).replace("W/", ""));
        if (!etag.matches()) {
            throw new FeedRefused("the snapshot comes without its SHA-256");
        }
        if (!etag.group(1).equals(sha256(part))) {
            throw new FeedRefused("the snapshot does not have the SHA-256 it should have");
        }
        HeadCheck check = HeadCheck.verified(answer.header("Quaymark-Head"), identity.hubKey(), replica.head());
        try (ReplicaTables tables = ReplicaTables.open(part)) {
            if (!tables.isOfKnownFormat()) {
                throw new FeedRefused("the snapshot is of a format this version does not know");
            }
            if (!tables.isIntact()) {
                throw new FeedRefused("the snapshot is damaged");
            }
            ReplicaHead head = tables.head();
            if (head.sequence() != check.head().sequence()
                    || !check.epoch().equals(head.epoch())
                    || !Arrays.equals(head.chain(), check.head().chain())) {
                throw new FeedRefused("the snapshot is not of the state its head is signed for");
            }
            tables.putHead(
                    new ReplicaHead(
                            check.epoch(),
                            head.sequence(),
                            head.chain(),
                            check.head().at(),
                            check.head().at()),
                    check.note());
            tables.checkpoint();
        }
    }

    private String knownTag() throws IOException {
        return Files.exists(tag) ? Files.readString(tag) : "";
    }

    private void discard() throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", ".etag"}) {
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
