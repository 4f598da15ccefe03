package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Scope;

/** {@code GET /registry/snapshot}: a ready replica, resumable by one byte range (RFC 9110 section 14). */
@Singleton
final class SnapshotModule implements HttpModule {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    private final Snapshots snapshots;

    SnapshotModule(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/registry/snapshot", this::answer);
    }

    private Answer answer(Call call) {
        call.require(Scope.REGISTRY_READ);
        Snapshots.Snapshot snapshot = snapshots.current();
        String tag = "\"" + snapshot.sha256() + "\"";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/vnd.sqlite3");
        headers.put("Accept-Ranges", "bytes");
        headers.put("ETag", tag);
        headers.put(
                "Repr-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(snapshot.sha256())) + ":");
        headers.put(
                "Quaymark-Head",
                Base64.getEncoder().encodeToString(snapshot.note().getBytes(StandardCharsets.UTF_8)));
        if (tag.equals(call.header("If-None-Match"))) {
            return new Answer.Body(304, headers, new byte[0]);
        }
        @Nullable String ifRange = call.header("If-Range");
        @Nullable String range = ifRange == null || ifRange.equals(tag) ? call.header("Range") : null;
        Matcher bytes = RANGE.matcher(range == null ? "" : range);
        if (!bytes.matches() || bytes.group(1).isEmpty() && bytes.group(2).isEmpty()) {
            return new Answer.File(200, headers, snapshot.file(), 0, snapshot.size());
        }
        return part(snapshot, headers, bytes.group(1), bytes.group(2));
    }

    private static Answer part(Snapshots.Snapshot snapshot, Map<String, String> headers, String from, String to) {
        long size = snapshot.size();
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (first > last) {
            throw Problem.of(416, "range", "No such range", "The snapshot has " + size + " bytes.");
        }
        headers.put("Content-Range", "bytes " + first + "-" + last + "/" + size);
        return new Answer.File(206, headers, snapshot.file(), first, last - first + 1);
    }
}
