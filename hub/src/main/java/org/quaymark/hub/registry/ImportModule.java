package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.BodyInput;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;

/** {@code POST /registry/imports}: registry data as it comes, thousands of lines a transaction. */
@Singleton
final class ImportModule implements HttpModule {
    private static final int GROUP_LINES = 4_000;
    private static final int GROUP_CHARACTERS = 8 * 1024 * 1024;
    private static final int MAX_TOLD = 1_000;

    private final RegistryAuthority authority;
    private final Database database;

    ImportModule(RegistryAuthority authority, Database database) {
        this.authority = authority;
        this.database = database;
    }

    @Override
    public void api(Routes routes) {
        routes.postStreamed("/registry/imports", this::take);
    }

    record Rejected(long line, String reason) {}

    /** What came of an import so far. */
    private static final class Outcome {
        private long accepted;
        private long rejectedCount;
        private final List<Rejected> rejected = new ArrayList<>();

        void reject(long line, String reason) {
            rejectedCount++;
            if (rejected.size() < MAX_TOLD) {
                rejected.add(new Rejected(line, reason));
            }
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("accepted", accepted);
            json.put("rejected", rejected);
            json.put("rejectedCount", rejectedCount);
            return json;
        }
    }

    private Answer take(Call call, BodyInput body) throws IOException {
        Caller caller = call.require(Scope.REGISTRY_WRITE);
        boolean strict = "true".equals(call.query("strict"));
        Outcome outcome = new Outcome();
        try (LineSource lines = source(call, body)) {
            if (!strict) {
                read(lines, outcome, group -> authority.apply(group, caller.actor()));
                return Answer.json(outcome.json());
            }
            try (Spool spool = new Spool()) {
                read(lines, outcome, spool::add);
                if (outcome.rejectedCount > 0) {
                    throw Problem.of(
                                    422,
                                    "rejected-lines",
                                    "Lines were rejected",
                                    outcome.rejectedCount + " lines are not valid; nothing was taken.")
                            .with("rejected", outcome.rejected)
                            .with("rejectedCount", outcome.rejectedCount);
                }
                database.transact(
                        connection -> spool.replay(GROUP_LINES, group -> authority.apply(group, caller.actor())));
                return Answer.json(outcome.json());
            }
        }
    }

    private static LineSource source(Call call, BodyInput body) throws IOException {
        @Nullable String mediaType = call.header("Content-Type");
        if (mediaType == null || !mediaType.toLowerCase(Locale.ROOT).startsWith("text/csv")) {
            return new NdjsonLines(body);
        }
        @Nullable String name = call.query("type");
        RecordType type = name == null ? null : RecordType.ofWireName(name);
        if (type == null) {
            throw Problem.badRequest("CSV needs the record type: ?type=product and so on.");
        }
        return new CsvLines(body, type);
    }

    /** Takes a group of valid lines. */
    @FunctionalInterface
    interface Taker {
        /** Takes it. */
        void take(List<RegistryLine> group) throws IOException;
    }

    private static void read(LineSource lines, Outcome outcome, Taker taker) throws IOException {
        List<RegistryLine> group = new ArrayList<>();
        long characters = 0;
        for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
            String text = line.text();
            if (text == null) {
                outcome.reject(line.number(), String.valueOf(line.refusal()));
                continue;
            }
            try {
                group.add(CheckedLine.read(text));
                characters += text.length();
                outcome.accepted++;
            } catch (InvalidLine e) {
                outcome.reject(line.number(), e.reason());
            }
            if (group.size() == GROUP_LINES || characters > GROUP_CHARACTERS) {
                taker.take(group);
                group.clear();
                characters = 0;
            }
        }
        if (!group.isEmpty()) {
            taker.take(group);
        }
    }
}
