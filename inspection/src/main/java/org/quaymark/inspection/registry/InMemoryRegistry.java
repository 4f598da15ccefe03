package org.quaymark.inspection.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole registry in memory: for tests, the simulator, a registry given as a file, and deciding again at the hub. May be
 * asked from any thread; lines are applied by one thread at a time, and a decision made meanwhile may see the state
 * between two of them.
 */
public final class InMemoryRegistry extends KeyedRegistry {
    private final Map<RegistryKey, RegistryRecord> records = new ConcurrentHashMap<>();
    /** By key, of records that are there and of those that were taken away. */
    private final Map<RegistryKey, Long> changes = new ConcurrentHashMap<>();

    private final UnitIndex units = new UnitIndex();
    private final InterceptionIndex interceptions = new InterceptionIndex();
    /** Of all lots that ever were a product's. */
    private final Map<String, Lengths> lotLengths = new ConcurrentHashMap<>();

    private final LicenceIndex licences = new LicenceIndex();
    private volatile long sequence;
    private volatile @Nullable Instant asOf;

    /** Empty, and never vouched for: nothing can be checked against it until {@link #vouch}. */
    public InMemoryRegistry() {}

    /** Empty, and vouched for at that time. */
    public InMemoryRegistry(Instant asOf) {
        this.asOf = asOf;
    }

    /** States when the authority last vouched for what is in here. */
    public synchronized void vouch(Instant at) {
        asOf = at;
    }

    /** Puts a record or takes one away; every line counts as one change. */
    public synchronized void apply(RegistryLine line) {
        apply(sequence + 1, line);
    }

    /** As {@link #apply(RegistryLine)}, with the number the change has in the feed. */
    public synchronized void apply(long sequence, RegistryLine line) {
        if (line instanceof Deletion deletion) {
            delete(deletion);
        } else if (line instanceof Serials serials) {
            units.put(serials);
        } else if (line instanceof RegistryRecord record) {
            put(record);
        }
        this.sequence = sequence;
        if (!(line instanceof Serials) && line.key().type() != RecordType.SERIALS) {
            changes.put(line.key(), sequence);
        }
    }

    private void put(RegistryRecord record) {
        if (record instanceof Batch batch) {
            lotLengths.merge(batch.gtin(), Lengths.NONE.with(batch.lot().length()), Lengths::with);
        }
        RegistryRecord before = records.put(record.key(), record);
        unindex(before);
        if (record instanceof Interception interception) {
            interceptions.add(interception);
        } else if (record instanceof Licence licence) {
            licences.add(licence);
        }
    }

    private void delete(Deletion deletion) {
        if (deletion.serials() != null) {
            units.delete(deletion.serials());
        } else {
            unindex(records.remove(deletion.key()));
        }
    }

    private void unindex(@Nullable RegistryRecord record) {
        if (record instanceof Interception interception) {
            interceptions.remove(interception);
        } else if (record instanceof Licence licence) {
            licences.remove(licence);
        }
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
        return units.find(gtin, serial);
    }

    @Override
    public Lengths serialLengths(String gtin) {
        return units.lengths(gtin);
    }

    @Override
    public Lengths lotLengths(String gtin) {
        return lotLengths.getOrDefault(gtin, Lengths.NONE);
    }

    @Override
    public List<Licence> licencesCovering(Product product) {
        return licences.covering(product);
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return interceptions.ofParcel(parcel);
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return interceptions.ofProduct(gtin);
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return interceptions.ofConsignor(consignor);
    }

    /** Of records; of units it keeps no numbers. */
    @Override
    public @Nullable Long changedAt(RegistryKey key) {
        return changes.get(key);
    }

    @Override
    protected @Nullable RegistryRecord record(RecordType type, String id) {
        return records.get(new RegistryKey(type, id));
    }
}
