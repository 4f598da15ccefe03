package org.quaymark.edge.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Lengths;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Unit;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/**
 * A few read connections with their statements prepared. A lookup borrows one for some microseconds; while a new replica is
 * swapped in, lookups wait for it. Thread-safe.
 */
final class ReplicaReaders implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final long MMAP_BYTES = 2L << 30;
    private static final long WAIT_SECONDS = 10;
    private static final Map<String, SerialStatus> STATUSES = Arrays.stream(SerialStatus.values())
            .collect(Collectors.toUnmodifiableMap(s -> s.name().toLowerCase(Locale.ROOT), s -> s));

    private final BlockingQueue<Reader> idle = new ArrayBlockingQueue<>(CONNECTIONS);

    private final UnitFilter filter;

    private ReplicaReaders(UnitFilter filter) {
        this.filter = filter;
    }

    static ReplicaReaders open(Path file, UnitFilter filter) throws SQLException {
        ReplicaReaders readers = new ReplicaReaders(filter);
        for (int i = 0; i < CONNECTIONS; i++) {
            readers.idle.add(new Reader(file));
        }
        return readers;
    }

    /** A scan is asked about a dozen times by one GTIN. */
    private volatile Parsed parsed = new Parsed("0", 0);

    private record Parsed(String gtin, long number) {}

    private long number(String gtin) {
        Parsed last = parsed;
        if (!last.gtin.equals(gtin)) {
            last = new Parsed(gtin, Long.parseLong(gtin));
            parsed = last;
        }
        return last.number;
    }

    @Nullable
    Unit unit(String gtin, String serial) {
        long number = number(gtin);
        boolean single = filter.mayHave(number, serial);
        boolean ranged = Serial.isNumber(serial) && filter.mayHaveRange(number, serial.length());
        if (!single && !ranged) {
            return null;
        }
        Reader reader = borrow();
        try {
            Unit unit = single ? reader.unit(number, serial) : null;
            return unit == null && ranged ? reader.inRange(number, serial) : unit;
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica", e);
        } finally {
            idle.add(reader);
        }
    }

    Lengths serialLengths(String gtin) {
        return filter.lengths(number(gtin));
    }

    @Nullable
    Manifest manifest(String parcel) {
        return ask(reader -> reader.manifest(parcel));
    }

    /** Opens every connection anew on the file that took the old one's place; {@code swap} runs while none is open. */
    void reopen(Path file, Swap swap) throws SQLException, java.io.IOException {
        List<Reader> all = new ArrayList<>();
        while (all.size() < CONNECTIONS) {
            all.add(borrow());
        }
        try {
            for (Reader reader : all) {
                reader.close();
            }
            swap.run();
        } finally {
            for (int i = 0; i < CONNECTIONS; i++) {
                idle.add(new Reader(file));
            }
        }
    }

    @Override
    public void close() {
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                borrow().close();
            }
        } catch (SQLException e) {
            throw new ReplicaUnusable("closing the replica", e);
        }
    }

    /** What is done while no connection is open. */
    interface Swap {
        void run() throws SQLException, java.io.IOException;
    }

    private interface Question<T> {
        @Nullable
        T to(Reader reader) throws SQLException;
    }

    private <T> @Nullable T ask(Question<T> question) {
        Reader reader = borrow();
        try {
            return question.to(reader);
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica", e);
        } finally {
            idle.add(reader);
        }
    }

    private Reader borrow() {
        try {
            Reader reader = idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (reader == null) {
                throw new ReplicaUnusable("the replica gave no connection within " + WAIT_SECONDS + " s");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplicaUnusable("interrupted while reading the replica", e);
        }
    }

    private static final class Reader implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement unit;
        private final PreparedStatement range;
        private final PreparedStatement manifest;

        Reader(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA query_only = 1");
                statement.execute("PRAGMA mmap_size = " + MMAP_BYTES);
            }
            unit = connection.prepareStatement("SELECT lot, status FROM unit WHERE gtin = ? AND serial = ?");
            range = connection.prepareStatement("SELECT lot, status FROM unit_range WHERE gtin = ? AND digits = ?"
                    + " AND first <= ? AND last >= ? ORDER BY sequence DESC LIMIT 1");
            manifest = connection.prepareStatement("SELECT body FROM record WHERE type = 'manifest' AND id = ?");
        }

        @Nullable
        Unit unit(long gtin, String serial) throws SQLException {
            unit.setLong(1, gtin);
            unit.setString(2, serial);
            try (ResultSet rows = unit.executeQuery()) {
                return rows.next() ? new Unit(rows.getString(1), status(rows.getString(2))) : null;
            }
        }

        @Nullable
        Unit inRange(long gtin, String serial) throws SQLException {
            long number = Long.parseLong(serial);
            range.setLong(1, gtin);
            range.setInt(2, serial.length());
            range.setLong(3, number);
            range.setLong(4, number);
            try (ResultSet rows = range.executeQuery()) {
                String status = rows.next() ? rows.getString(2) : null;
                // A range without a status takes units away.
                return status == null ? null : new Unit(rows.getString(1), status(status));
            }
        }

        private static SerialStatus status(String wireName) {
            SerialStatus status = STATUSES.get(wireName);
            if (status == null) {
                throw new ReplicaUnusable("the replica has a unit of an unknown status: " + wireName);
            }
            return status;
        }

        @Nullable
        Manifest manifest(String parcel) throws SQLException {
            manifest.setString(1, parcel);
            try (ResultSet rows = manifest.executeQuery()) {
                return rows.next() ? (Manifest) RegistryJson.read(rows.getString(1)) : null;
            } catch (InvalidLine e) {
                throw new SQLException("the manifest of " + parcel + " is not readable: " + e.reason(), e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
