package org.quaymark.edge.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.sqlite.Transactions;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices on disk, with the number of the last journal entry that is in them: what the journal has beyond it is counted
 * when the process starts again, so nothing is lost and nothing counted twice. Used from one thread at a time.
 */
final class DeviceStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeviceStore.class);
    private static final int VERSION = 1;

    private final Connection connection;

    private DeviceStore(Connection connection) {
        this.connection = connection;
    }

    /** What is stored, the device least lately heard of first. */
    record Stored(long through, Map<DeviceId, DeviceState> devices) {}

    /** Opens the file; one that cannot be read is set aside, since the journal can make most of it again. */
    static DeviceStore open(Path file) throws IOException {
        try {
            return connect(file);
        } catch (SQLException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
            log.error(
                    "{} cannot be read and is set aside as {}; what the journal has is counted again", file, aside, e);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            try {
                return connect(file);
            } catch (SQLException again) {
                throw new IOException("opening " + file + ": " + again.getMessage(), again);
            }
        }
    }

    private static DeviceStore connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            int version;
            try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
                version = rows.getInt(1);
            }
            if (version > VERSION) {
                throw new SQLException("it is of version " + version + ", this program knows " + VERSION);
            }
            statement.execute("CREATE TABLE IF NOT EXISTS device (key TEXT PRIMARY KEY, heard INTEGER NOT NULL,"
                    + " state TEXT NOT NULL) WITHOUT ROWID");
            statement.execute("CREATE TABLE IF NOT EXISTS counted (one INTEGER PRIMARY KEY CHECK (one = 1),"
                    + " through INTEGER NOT NULL)");
            statement.execute("PRAGMA user_version = " + VERSION);
            connection.setAutoCommit(false);
            return new DeviceStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Stored read() throws SQLException {
        Map<DeviceId, DeviceState> devices = new LinkedHashMap<>();
        long through = 0;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT through FROM counted")) {
                through = rows.next() ? rows.getLong(1) : 0;
            }
            try (ResultSet rows = statement.executeQuery("SELECT key, state FROM device ORDER BY heard")) {
                while (rows.next()) {
                    DeviceState state = state(rows.getString(2));
                    if (state != null) {
                        devices.put(id(rows.getString(1)), state);
                    }
                }
            }
        } finally {
            Transactions.rollback(connection);
        }
        return new Stored(through, devices);
    }

    /**
     * Writes what changed, all of it or nothing.
     *
     * @param changed null for a device that is forgotten
     * @param heard orders the devices by when they were heard of
     */
    void write(long through, Map<DeviceId, @Nullable DeviceState> changed, long heard) throws SQLException {
        try (PreparedStatement put =
                        connection.prepareStatement("INSERT INTO device (key, heard, state) VALUES (?, ?, ?)"
                                + " ON CONFLICT (key) DO UPDATE SET heard = excluded.heard, state = excluded.state");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM device WHERE key = ?");
                PreparedStatement count = connection.prepareStatement("INSERT INTO counted (one, through) VALUES (1, ?)"
                        + " ON CONFLICT (one) DO UPDATE SET through = excluded.through")) {
            for (Map.Entry<DeviceId, @Nullable DeviceState> entry : changed.entrySet()) {
                DeviceState state = entry.getValue();
                PreparedStatement statement = state == null ? delete : put;
                statement.setString(1, entry.getKey().key());
                if (state != null) {
                    put.setLong(2, heard);
                    put.setString(3, json(state));
                }
                statement.addBatch();
            }
            delete.executeBatch();
            put.executeBatch();
            count.setLong(1, through);
            count.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            Transactions.rollback(connection);
            throw e;
        }
    }

    private static DeviceId id(String key) {
        String[] levels = key.split("/", -1);
        return new DeviceId(levels[0], levels[1], levels[2]);
    }

    private static @Nullable DeviceState state(String json) {
        try {
            return Json.LENIENT.readValue(json, DeviceState.class);
        } catch (JsonProcessingException e) {
            log.warn("What was stored of a device cannot be read: it begins anew", e);
            return null;
        }
    }

    private static String json(DeviceState state) {
        try {
            return Json.LENIENT.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a device's state", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
