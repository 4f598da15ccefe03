package org.quaymark.hub.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.hub.storage.StorageFailure;
import org.quaymark.inspection.registry.ForwardingRegistry;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Unit;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/**
 * The registry as it is in one transaction: few records from memory, units and manifests by one indexed look each, or many at
 * once by {@link #expect}. Vouched for now, by its keeper. For one thread, and no longer than its transaction.
 */
public final class RegistryAtHead extends ForwardingRegistry {
    private static final int CHUNK = 400;

    private final Connection connection;
    private final long sequence;
    private final Instant now;
    private final UnitLookup units;
    private final Map<String, @Nullable Manifest> manifests = new HashMap<>();

    RegistryAtHead(Connection connection, long sequence, Instant now, InMemoryRegistry few) {
        super(few);
        this.connection = connection;
        this.sequence = sequence;
        this.now = now;
        this.units = new UnitLookup(connection);
    }

    /** Looks up at once what will be asked for: some queries in place of one for each. */
    public void expect(Collection<UnitKey> unitKeys, Collection<String> parcels) {
        try {
            units.expect(unitKeys);
            List<String> unknown = new ArrayList<>(new LinkedHashSet<>(parcels));
            unknown.removeIf(manifests::containsKey);
            for (int from = 0; from < unknown.size(); from += CHUNK) {
                fetchManifests(unknown.subList(from, Math.min(unknown.size(), from + CHUNK)));
            }
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    private void fetchManifests(List<String> parcels) throws SQLException {
        parcels.forEach(parcel -> manifests.put(parcel, null));
        Sql.list(
                connection,
                "SELECT id, body FROM registry_record WHERE type = 'manifest' AND id IN (" + Sql.marks(parcels.size())
                        + ")",
                row -> manifests.put(row.getString(1), manifestOf(row.getString(2))),
                parcels.toArray());
    }

    private static Manifest manifestOf(String body) {
        try {
            return (Manifest) RegistryJson.read(body);
        } catch (InvalidLine e) {
            throw new IllegalStateException("a stored manifest cannot be read", e);
        }
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public Instant asOf() {
        return now;
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        try {
            return units.find(new UnitKey(gtin, serial)).unit();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public @Nullable Manifest manifest(String parcel) {
        if (!manifests.containsKey(parcel)) {
            expect(List.of(), List.of(parcel));
        }
        return manifests.get(parcel);
    }

    /** Of the records that are few. */
}
