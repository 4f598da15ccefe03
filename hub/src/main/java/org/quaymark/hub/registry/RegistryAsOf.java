package org.quaymark.hub.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.hub.storage.StorageFailure;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.KeyedRegistry;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Unit;

/**
 * The registry as it was after a change, from the feed's own lines: every record by its last line until then, every list by
 * the lines that name what is asked for. Made for one verdict at a time; not for many.
 */
final class RegistryAsOf extends KeyedRegistry {
    private final Connection connection;
    private final long sequence;
    private final @Nullable Instant vouched;

    RegistryAsOf(Connection connection, long sequence, @Nullable Instant vouched) {
        this.connection = connection;
        this.sequence = sequence;
        this.vouched = vouched;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public @Nullable Instant asOf() {
        return vouched;
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        InMemoryRegistry units = new InMemoryRegistry();
        serialsLines(gtin, serial).forEach(line -> units.apply(line.line()));
        return units.unit(gtin, serial);
    }

    @Override
    public List<Licence> licencesCovering(Product product) {
        InMemoryRegistry licences = new InMemoryRegistry();
        each(
                "SELECT line FROM registry_change WHERE type = 'licence' AND sequence <= ? ORDER BY sequence",
                licences::apply,
                sequence);
        return licences.licencesCovering(product);
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return interceptions(parcel, i -> parcel.equals(i.parcel()));
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return interceptions(gtin, i -> gtin.equals(i.gtin()));
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return interceptions(consignor, i -> consignor.equals(i.consignor()));
    }

    @Override
    public @Nullable Long changedAt(RegistryKey key) {
        return key.type() == RecordType.SERIALS ? unitChangedAt(key.id()) : lastChange(key);
    }

    private @Nullable Long lastChange(RegistryKey key) {
        try {
            return Sql.first(
                    connection,
                    "SELECT sequence FROM registry_change WHERE type = ? AND id = ? AND sequence <= ?"
                            + " ORDER BY sequence DESC LIMIT 1",
                    row -> row.getLong(1),
                    key.type().wireName(),
                    key.id(),
                    sequence);
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    /** The line that the unit's present state is from: the last one that left it otherwise than it was. */
    private @Nullable Long unitChangedAt(String id) {
        int colon = id.indexOf(':');
        String gtin = id.substring(0, colon);
        String serial = id.substring(colon + 1);
        InMemoryRegistry units = new InMemoryRegistry();
        Long changed = null;
        Unit before = null;
        for (SerialsLine line : serialsLines(gtin, serial)) {
            units.apply(line.line());
            Unit after = units.unit(gtin, serial);
            if (!Objects.equals(before, after)) {
                changed = line.sequence();
                before = after;
            }
        }
        return changed;
    }

    private record SerialsLine(long sequence, RegistryLine line) {}

    /** Those that may be about that unit, oldest first. */
    private List<SerialsLine> serialsLines(String gtin, String serial) {
        try {
            return Sql.list(
                    connection,
                    "SELECT sequence, line FROM registry_change WHERE type = 'serials' AND substr(id, 1, 14) = ?"
                            + " AND sequence <= ? AND (line LIKE ? ESCAPE '!' OR line LIKE '%\"from\":%')"
                            + " ORDER BY sequence",
                    row -> new SerialsLine(row.getLong(1), FeedLine.read(row.getString(2))),
                    gtin,
                    sequence,
                    Like.quoted(serial));
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    /** A line may have named something else before: what counts is the last one of each that ever named this. */
    private List<Interception> interceptions(String named, Predicate<Interception> naming) {
        List<Interception> found = new ArrayList<>();
        for (String id : ids("interception", named)) {
            if (record(RecordType.INTERCEPTION, id) instanceof Interception interception && naming.test(interception)) {
                found.add(interception);
            }
        }
        return found;
    }

    private List<String> ids(String type, String named) {
        try {
            return Sql.list(
                    connection,
                    "SELECT DISTINCT id FROM registry_change WHERE type = ? AND sequence <= ?"
                            + " AND line LIKE ? ESCAPE '!' ORDER BY id",
                    row -> row.getString(1),
                    type,
                    sequence,
                    Like.quoted(named));
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    private void each(String query, java.util.function.Consumer<RegistryLine> taker, Object... parameters) {
        try {
            Sql.list(connection, query, row -> row.getString(1), parameters)
                    .forEach(line -> taker.accept(FeedLine.read(line)));
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    protected @Nullable RegistryRecord record(RecordType type, String id) {
        try {
            String line = Sql.first(
                    connection,
                    "SELECT line FROM registry_change WHERE type = ? AND id = ? AND sequence <= ?"
                            + " ORDER BY sequence DESC LIMIT 1",
                    row -> row.getString(1),
                    type.wireName(),
                    id,
                    sequence);
            return line != null && FeedLine.read(line) instanceof RegistryRecord record ? record : null;
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }
}
