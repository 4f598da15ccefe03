package org.quaymark.edge.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.KeyedRegistry;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Unit;

/**
 * The replica as it was at earlier changes, read from its file beside a running edge: one consistent state of the file is read
 * from opening to closing. Not thread-safe.
 */
public final class PastRegistry implements AutoCloseable {
    private final PastTables tables;
    private final Map<RecordType, Map<String, TreeMap<Long, PastTables.Version>>> all;

    private PastRegistry(PastTables tables) throws SQLException {
        this.tables = tables;
        this.all = Map.of(
                RecordType.LICENCE, tables.allVersions(RecordType.LICENCE),
                RecordType.INTERCEPTION, tables.allVersions(RecordType.INTERCEPTION));
    }

    /**
     * Opens the file of a replica.
     *
     * @throws ReplicaUnusable where there is none, or it cannot be read
     */
    public static PastRegistry open(Path file) {
        if (!Files.exists(file)) {
            throw new ReplicaUnusable("there is no replica " + file);
        }
        try {
            PastTables tables = PastTables.open(file);
            try {
                return new PastRegistry(tables);
            } catch (SQLException | RuntimeException e) {
                tables.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica " + file + ": " + e.getMessage(), e);
        }
    }

    /** Why the state a verdict was given at is not known any more, null where it is. */
    public @Nullable String problem(long sequence, Instant decided) {
        return tables.problem(sequence, decided);
    }

    /** The number of the last change. */
    public long sequence() {
        return tables.sequence();
    }

    /**
     * The registry as it was at a change.
     *
     * @param asOf when it had last been vouched for; null where it never was
     */
    public Registry at(long sequence, @Nullable Instant asOf) {
        return new At(sequence, asOf);
    }

    @Override
    public void close() {
        try {
            tables.close();
        } catch (SQLException e) {
            throw new ReplicaUnusable("closing the replica", e);
        }
    }

    private final class At extends KeyedRegistry {
        private final long sequence;
        private final @Nullable Instant asOf;

        At(long sequence, @Nullable Instant asOf) {
            this.sequence = sequence;
            this.asOf = asOf;
        }

        @Override
        public long sequence() {
            return sequence;
        }

        @Override
        public @Nullable Instant asOf() {
            return asOf;
        }

        @Override
        public @Nullable Unit unit(String gtin, String serial) {
            return tables.unit(gtin, serial, sequence);
        }

        @Override
        public List<Licence> licencesCovering(Product product) {
            return every(
                    RecordType.LICENCE,
                    Licence.class,
                    licence -> licence.products().contains(product.gtin())
                            || (product.brand() != null && licence.brands().contains(product.brand()))
                            || licence.rights().stream().anyMatch(product.rights()::contains));
        }

        @Override
        public List<Interception> interceptionsOfParcel(String parcel) {
            return every(RecordType.INTERCEPTION, Interception.class, i -> parcel.equals(i.parcel()));
        }

        @Override
        public List<Interception> interceptionsOfProduct(String gtin) {
            return every(RecordType.INTERCEPTION, Interception.class, i -> gtin.equals(i.gtin()));
        }

        @Override
        public List<Interception> interceptionsOfConsignor(String consignor) {
            return every(RecordType.INTERCEPTION, Interception.class, i -> consignor.equals(i.consignor()));
        }

        /** Null where it has not changed since earlier versions are known. */
        @Override
        public @Nullable Long changedAt(RegistryKey key) {
            return tables.changedAt(key, sequence);
        }

        @Override
        protected @Nullable RegistryRecord record(RecordType type, String id) {
            return tables.versionAt(type, id, sequence);
        }

        private <T extends RegistryRecord> List<T> every(RecordType type, Class<T> kind, Predicate<T> fits) {
            Map<String, T> found = new LinkedHashMap<>();
            all.getOrDefault(type, Map.of()).forEach((id, versions) -> {
                Map.Entry<Long, PastTables.Version> then = versions.higherEntry(sequence);
                RegistryRecord record = then == null ? null : then.getValue().record();
                if (kind.isInstance(record) && fits.test(kind.cast(record))) {
                    found.put(id, kind.cast(record));
                }
            });
            return List.copyOf(found.values());
        }
    }
}
