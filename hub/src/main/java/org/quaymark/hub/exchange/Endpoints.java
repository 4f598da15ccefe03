package org.quaymark.hub.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;

/** Endpoints in the database. */
@Singleton
final class Endpoints {
    static final String COLUMNS = "e.id, e.kind, e.url, e.secrets, e.allow_private, e.enabled, e.disabled_for";
    private static final TypeReference<List<Endpoint.Secret>> SECRETS = new TypeReference<>() {};

    private final Database database;

    Endpoints(Database database) {
        this.database = database;
    }

    List<Endpoint> all(Connection connection) throws SQLException {
        return Sql.list(
                connection, "SELECT " + COLUMNS + " FROM exchange_endpoint e ORDER BY e.id", Endpoints::endpoint);
    }

    List<Endpoint> all() {
        return database.read(this::all);
    }

    /** Ids of those that messages go to. */
    List<String> enabled(Connection connection) throws SQLException {
        return Sql.list(
                connection, "SELECT id FROM exchange_endpoint WHERE enabled = 1 ORDER BY id", row -> row.getString(1));
    }

    @Nullable
    Endpoint lock(Connection connection, String id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT " + COLUMNS + " FROM exchange_endpoint e WHERE e.id = ?"
                        + database.engine().forUpdate(),
                Endpoints::endpoint,
                id);
    }

    void put(Connection connection, Endpoint endpoint, Instant now) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO exchange_endpoint (id, kind, url, secrets, allow_private, enabled, disabled_for, updated)"
                        + " VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
                        + " url = excluded.url, secrets = excluded.secrets, allow_private = excluded.allow_private,"
                        + " enabled = excluded.enabled, disabled_for = excluded.disabled_for,"
                        + " updated = excluded.updated",
                endpoint.id(),
                endpoint.kind().name(),
                endpoint.url().toString(),
                write(endpoint.secrets()),
                endpoint.allowPrivate() ? 1 : 0,
                endpoint.enabled() ? 1 : 0,
                endpoint.disabledFor(),
                now);
    }

    /** Stops sending there, for a reason. What waits for it waits on. */
    void disable(Connection connection, String id, String reason, Instant now) throws SQLException {
        Sql.update(
                connection,
                "UPDATE exchange_endpoint SET enabled = 0, disabled_for = ?, updated = ? WHERE id = ?",
                reason,
                now,
                id);
    }

    static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getString(1),
                EndpointKind.valueOf(row.getString(2)),
                URI.create(row.getString(3)),
                read(row.getString(4)),
                row.getInt(5) == 1,
                row.getInt(6) == 1,
                row.getString(7));
    }

    private static String write(List<Endpoint.Secret> secrets) {
        try {
            return Json.STRICT.writeValueAsString(secrets);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing secrets");
        }
    }

    private static List<Endpoint.Secret> read(String json) {
        try {
            return Json.STRICT.readValue(json, SECRETS);
        } catch (JsonProcessingException e) {
            // the cause would quote what it could not read
            throw new IllegalStateException("an endpoint's secrets are not readable");
        }
    }
}
