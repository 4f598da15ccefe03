package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.hub.registry.Feed;
import org.quaymark.hub.registry.Feed.Change;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.RegistryRecord;

/** What changes of the registry change that a verdict can depend on. */
@Singleton
final class ChangedRecords {
    private final Feed feed;

    ChangedRecords(Feed feed) {
        this.feed = feed;
    }

    /** What these consecutive changes touch. The hub's own interceptions touch nothing: they follow from verdicts given again. */
    Touches touches(Connection connection, List<Change> changes) throws SQLException {
        Touches touches = new Touches();
        List<Change> others = new ArrayList<>();
        for (Change change : changes) {
            RegistryLine line = change.line();
            if (line instanceof Deletion deletion && deletion.serials() != null) {
                touches.removed(deletion.serials());
            } else if (needsNoBefore(line.key().type())) {
                touches.changed(null, line instanceof RegistryRecord record ? record : null);
                if (line instanceof Deletion && line.key().type() == RecordType.MANIFEST) {
                    touches.parcels.add(line.key().id());
                }
            } else if (!change.actor().equals(RetroCases.ACTOR)) {
                others.add(change);
            }
        }
        Map<RegistryKey, @Nullable RegistryRecord> now = before(connection, others);
        for (Change change : others) {
            RegistryLine line = change.line();
            RegistryRecord after = line instanceof RegistryRecord record ? record : null;
            touches.changed(now.get(line.key()), after);
            now.put(line.key(), after);
        }
        return touches;
    }

    /** What they name is in the line itself: there may be a million of them. */
    private static boolean needsNoBefore(RecordType type) {
        return type == RecordType.SERIALS || type == RecordType.MANIFEST || type == RecordType.RECORDATION;
    }

    private Map<RegistryKey, @Nullable RegistryRecord> before(Connection connection, List<Change> changes)
            throws SQLException {
        Map<RegistryKey, @Nullable RegistryRecord> before = new HashMap<>();
        Map<RecordType, Set<String>> byType = new LinkedHashMap<>();
        for (Change change : changes) {
            RegistryKey key = change.line().key();
            before.put(key, null);
            byType.computeIfAbsent(key.type(), type -> new LinkedHashSet<>()).add(key.id());
        }
        for (Map.Entry<RecordType, Set<String>> type : byType.entrySet()) {
            long first = changes.get(0).sequence();
            feed.before(connection, type.getKey(), List.copyOf(type.getValue()), first)
                    .forEach(line -> before.put(line.key(), line instanceof RegistryRecord record ? record : null));
        }
        return before;
    }
}
