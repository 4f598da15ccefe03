package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.LongPoll;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;

/** {@code GET /registry/changes}: the feed that edges follow. */
@Singleton
final class FeedModule implements HttpModule, LongPoll {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** An answer ends with the line that brings it over this many bytes. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Database database;
    private final Heads heads;
    private final HubKey hubKey;
    private final Changes changes;
    private final Clock clock;

    FeedModule(Database database, Heads heads, HubKey hubKey, Changes changes, Clock clock) {
        this.database = database;
        this.heads = heads;
        this.hubKey = hubKey;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void api(Routes routes) {
        routes.poll("/registry/changes", this);
    }

    @Override
    public String head() {
        return Head.REGISTRY;
    }

    @Override
    public Duration longest(Call call) {
        call.require(Scope.REGISTRY_READ);
        String wait = call.query("wait");
        if (wait == null) {
            return Duration.ZERO;
        }
        try {
            String digits = wait.endsWith("ms")
                    ? wait.substring(0, wait.length() - 2)
                    : wait.endsWith("s") ? wait.substring(0, wait.length() - 1) : wait;
            long number = Math.min(Long.parseLong(digits), 1_000_000);
            Duration asked = wait.endsWith("ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        } catch (NumberFormatException e) {
            throw Problem.badRequest("wait is a time such as 30s: " + wait);
        }
    }

    private record Page(Head head, long last, byte[] chain, byte[] lines) {}

    @Override
    public @Nullable Answer answer(Call call, boolean isLast) {
        long after = call.number("after", 0, 0, Long.MAX_VALUE);
        long limit = call.number("limit", 1_000, 1, 10_000);
        if (!isLast && after == changes.latest(Head.REGISTRY)) {
            // woken for nothing, or nothing to see yet: the poller keeps this current
            Head head = database.read(connection -> heads.read(connection, Head.REGISTRY));
            if (head.sequence() == after) {
                return null;
            }
        }
        Page page = database.read(connection -> page(connection, after, limit));
        if (page.last() == after && !isLast) {
            return null;
        }
        LogHead signed = new LogHead("quaymark/registry/" + hubKey.epoch(), page.last(), page.chain(), clock.instant());
        String note = hubKey.signing().signNote(signed.toNoteText());
        return Answer.of(200, "application/x-ndjson", page.lines())
                .header("Quaymark-Head", Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                .header("Quaymark-Latest", String.valueOf(page.head().sequence()));
    }

    private Page page(Connection connection, long after, long limit) throws SQLException {
        Head head = heads.read(connection, Head.REGISTRY);
        if (after > head.sequence()) {
            throw Problem.conflict("The feed ends at " + head.sequence() + "; " + after + " is beyond it.")
                    .with("latest", head.sequence());
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long last = after;
        byte @Nullable [] chain = null;
        try (PreparedStatement query = connection.prepareStatement("SELECT sequence, line, chain FROM registry_change"
                + " WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?")) {
            Sql.bind(query, after, head.sequence(), limit);
            query.setFetchSize(200);
            try (ResultSet row = query.executeQuery()) {
                while (lines.size() < MAX_BYTES && row.next()) {
                    last = row.getLong(1);
                    lines.writeBytes(row.getString(2).getBytes(StandardCharsets.UTF_8));
                    lines.write('\n');
                    chain = row.getBytes(3);
                }
            }
        }
        if (chain == null) {
            chain = after == 0 ? HashChain.empty().head() : chainAt(connection, after);
        }
        return new Page(head, last, chain, lines.toByteArray());
    }

    private static byte[] chainAt(Connection connection, long sequence) throws SQLException {
        byte[] chain = Sql.first(
                connection, "SELECT chain FROM registry_change WHERE sequence = ?", row -> row.getBytes(1), sequence);
        if (chain == null) {
            throw new IllegalStateException("the feed lacks change " + sequence);
        }
        return chain;
    }
}
