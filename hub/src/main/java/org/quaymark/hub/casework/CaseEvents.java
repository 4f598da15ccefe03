package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.Sql;

/** What those who watch cases are told, numbered without a gap. Thread-safe, over all hub processes. */
@Singleton
final class CaseEvents {
    /** The head that case events are numbered under. */
    static final String HEAD = "cases";

    private final Database database;
    private final Heads heads;
    private final CaseJson json;
    /** Everybody who writes cases waits for the head: it is locked last, shortly, and once a transaction. */
    private final Database.Gathering<Event> telling = this::write;

    CaseEvents(Database database, Heads heads, CaseJson json) {
        this.database = database;
        this.heads = heads;
        this.json = json;
    }

    private record Event(CaseFile file, String kind) {}

    /** Tells of a case as it is then, once the open transaction is committed. */
    void tell(CaseFile file, String kind) {
        database.beforeCommit(telling, new Event(file, kind));
    }

    private void write(Connection connection, List<Event> events) throws SQLException {
        List<String> items =
                events.stream().map(event -> json.listItem(event.file())).toList();
        Head head = heads.lock(connection, HEAD);
        List<@Nullable Object[]> rows = new ArrayList<>(events.size());
        long sequence = head.sequence();
        for (int i = 0; i < events.size(); i++) {
            CaseFile file = events.get(i).file();
            rows.add(new Object[] {
                ++sequence, file.id(), file.updated(), events.get(i).kind(), items.get(i)
            });
        }
        Sql.batch(connection, "INSERT INTO case_event (sequence, case_id, at, kind, item) VALUES (?,?,?,?,?)", rows);
        heads.advance(connection, HEAD, sequence, head.hash());
    }

    /** The events after a number, at most so many. */
    List<CaseEvent> after(Connection connection, long after, int limit) throws SQLException {
        return Sql.list(
                connection,
                "SELECT sequence, case_id, kind, item FROM case_event WHERE sequence > ? ORDER BY sequence LIMIT ?",
                row -> new CaseEvent(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                after,
                limit);
    }
}
