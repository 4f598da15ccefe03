package org.quaymark.hub.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.Database;

/** Reads cases. */
@Singleton
public final class Cases {
    private final Database database;
    private final CaseStore store;
    private final PairStore pairs;
    private final CaseMessages messages;
    private final CaseJson json;
    private final CaseEvents events;
    private final Changes changes;

    Cases(
            Database database,
            CaseStore store,
            PairStore pairs,
            CaseMessages messages,
            CaseJson json,
            CaseEvents events,
            Changes changes) {
        this.database = database;
        this.store = store;
        this.pairs = pairs;
        this.messages = messages;
        this.json = json;
        this.events = events;
        this.changes = changes;
    }

    /** A case, null where there is none of that id. */
    public @Nullable CaseFile find(String id) {
        return database.find(connection -> store.find(connection, id));
    }

    /** Cases, the newest first. */
    public List<CaseFile> list(CaseFilter filter) {
        return database.read(connection -> store.list(connection, filter));
    }

    /** How many of a kind there are of each status that has any. */
    public Map<CaseStatus, Long> counts(CaseKind kind) {
        return database.read(connection -> store.counts(connection, kind));
    }

    /** The pairs of sightings of a case, the oldest report first. */
    public List<ReportedPair> pairs(String id) {
        return database.read(connection -> pairs.of(connection, id));
    }

    /** The newest sightings of a case. */
    public List<CaseSighting> sightings(String id, int limit) {
        return database.read(connection -> store.sightings(connection, id, limit));
    }

    /** Every step of a case, the oldest first. */
    public List<CaseStep> steps(String id) {
        return database.read(connection -> store.steps(connection, id));
    }

    /** What was sent for a case, the oldest first. */
    public List<CaseMessages.Sent> sent(String id) {
        return database.read(connection -> messages.of(connection, id));
    }

    /** Number of the last event that this process knows of: a stream from there on misses nothing that comes. */
    public long lastEvent() {
        return changes.latest(CaseEvents.HEAD);
    }

    /** A case whole, as the API writes it; null where there is none. */
    @Nullable
    ObjectNode whole(String id) {
        return database.find(connection -> {
            CaseFile file = store.find(connection, id);
            return file == null ? null : json.whole(connection, file);
        });
    }

    /** Events after a number, at most so many. */
    List<CaseEvent> events(long after, int limit) {
        return database.read(connection -> events.after(connection, after, limit));
    }
}
