package org.quaymark.edge.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Lengths;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.Serials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the filter in front of the replica's units. It is built in the background from the file, and what changes meanwhile goes
 * into it too; until it is there everything may be on the disk.
 */
final class UnitFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnitFilter.class);
    private static final long ROOM_TO_GROW = 1_000_000;

    private final Path file;
    private final Object replica;
    /** Held while the file is open here. */
    private final Lock open = new ReentrantLock();

    private volatile @Nullable SerialFilter ready;
    /** What a running build is to hold in the end. */
    private volatile @Nullable SerialFilter building;
    /** Which build counts. */
    private volatile int round;

    private volatile boolean running;

    /** @param replica the monitor that changes are made under */
    UnitFilter(Path file, Object replica) {
        this.file = file;
        this.replica = replica;
    }

    /** Whether that unit may be in the table of single units. */
    boolean mayHave(long gtin, String serial) {
        SerialFilter filter = ready;
        return filter == null || filter.mayHave(gtin, serial);
    }

    /** Whether there may be a range of that product with serials of so many digits. */
    boolean mayHaveRange(long gtin, int digits) {
        SerialFilter filter = ready;
        return filter == null || filter.mayHaveRange(gtin, digits);
    }

    /** How many characters serials of that product may have. */
    Lengths lengths(long gtin) {
        SerialFilter filter = ready;
        return filter == null ? Lengths.ANY : filter.lengths(gtin);
    }

    /** Whether it is built. */
    boolean isReady() {
        return ready != null;
    }

    long bytes() {
        SerialFilter filter = ready;
        return filter == null ? 0 : filter.bytes();
    }

    /** Takes in what is about to be committed. Under the replica's monitor. */
    void add(List<Replica.Change> changes) {
        for (Replica.Change change : changes) {
            if (change.line() instanceof Serials serials) {
                add(ready, serials);
                add(building, serials);
            }
        }
        SerialFilter filter = ready;
        if (filter != null && filter.isFull()) {
            build();
        }
    }

    private static void add(@Nullable SerialFilter filter, RegistryLine line) {
        if (filter == null || !(line instanceof Serials serials)) {
            return;
        }
        long gtin = Long.parseLong(serials.gtin());
        serials.serials().forEach(serial -> filter.add(gtin, serial));
        if (serials.from() != null) {
            filter.addRange(gtin, serials.from().length());
        }
    }

    /** Builds it anew in the background, unless that is being done. Under the replica's monitor. */
    void build() {
        if (!running) {
            running = true;
            int mine = ++round;
            Thread thread = new Thread(() -> run(mine), "unit-filter");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(int mine) {
        try {
            long units = reading(mine, UnitFilter::count);
            SerialFilter filter = new SerialFilter(units + units / 2 + ROOM_TO_GROW);
            synchronized (replica) {
                if (round != mine) {
                    return;
                }
                // From here on every change is either committed already or goes into this one.
                building = filter;
            }
            reading(mine, connection -> read(connection, filter, mine));
            synchronized (replica) {
                if (round == mine) {
                    ready = filter;
                    building = null;
                    running = false;
                    LOG.debug("{} units lie behind a filter of {} MiB", units, filter.bytes() >> 20);
                }
            }
        } catch (SQLException | RuntimeException e) {
            synchronized (replica) {
                if (round == mine) {
                    LOG.warn("Without a filter, every serial is looked up on disk: {}", e.getMessage());
                    building = null;
                    running = false;
                }
            }
        }
    }

    private interface Reading {
        long of(Connection connection) throws SQLException;
    }

    private long reading(int mine, Reading reading) throws SQLException {
        open.lock();
        try {
            if (round != mine) {
                return 0;
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                return reading.of(connection);
            }
        } finally {
            open.unlock();
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM unit")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private long read(Connection connection, SerialFilter filter, int mine) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT gtin, serial FROM unit")) {
                while (round == mine && rows.next()) {
                    filter.add(rows.getLong(1), rows.getString(2));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT DISTINCT gtin, digits FROM unit_range")) {
                while (round == mine && rows.next()) {
                    filter.addRange(rows.getLong(1), rows.getInt(2));
                }
            }
        }
        return 0;
    }

    /** Gives up what was built, and lets go of the file. Under the replica's monitor. */
    void forget() {
        round++;
        running = false;
        ready = null;
        building = null;
        open.lock();
        open.unlock();
    }
}
