package org.quaymark.hub.sightings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

/** {@code GET /sightings}: where an item was seen, the latest first. */
@Singleton
final class SightingsModule implements HttpModule {
    private static final List<String> FILTERS =
            List.of("gtin", "lot", "serial", "parcel", "site", "dock", "device", "edge", "scan", "verdict");

    private final Database database;

    SightingsModule(Database database) {
        this.database = database;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/sightings", this::list);
    }

    record Sighting(
            String scan,
            String edge,
            String site,
            String dock,
            String device,
            Instant at,
            String verdict,
            @JsonRawValue String findings,
            @Nullable String gtin,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String parcel) {}

    private record Row(Sighting sighting, String cursor) {}

    private Answer list(Call call) {
        call.require(Scope.SIGHTINGS_READ);
        List<String> conditions = new ArrayList<>(List.of("again = 0"));
        List<Object> parameters = new ArrayList<>();
        for (String filter : FILTERS) {
            @Nullable String value = call.query(filter);
            if (value != null) {
                conditions.add(filter + " = ?");
                parameters.add(value);
            }
        }
        @Nullable Instant from = call.instant("from");
        if (from != null) {
            conditions.add("at >= ?");
            parameters.add(from);
        }
        @Nullable Instant to = call.instant("to");
        if (to != null) {
            conditions.add("at < ?");
            parameters.add(to);
        }
        @Nullable String cursor = call.query("cursor");
        if (cursor != null) {
            conditions.add("(at, edge, generation, sequence) < (?, ?, ?, ?)");
            parameters.addAll(position(cursor));
        }
        int limit = call.limit();
        parameters.add(limit + 1);
        List<Row> found = database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM sighting WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY at DESC, edge DESC, generation DESC, sequence DESC LIMIT ?",
                SightingsModule::row,
                parameters.toArray()));
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", shown.stream().map(Row::sighting).toList());
        page.put("next", found.size() > limit ? shown.get(limit - 1).cursor() : null);
        return Answer.json(page);
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        long at = row.getLong("at");
        String edge = row.getString("edge");
        Sighting sighting = new Sighting(
                row.getString("scan"),
                edge,
                row.getString("site"),
                row.getString("dock"),
                row.getString("device"),
                Sql.instant(at),
                row.getString("verdict"),
                row.getString("findings"),
                row.getString("gtin"),
                row.getString("lot"),
                row.getString("serial"),
                row.getString("parcel"));
        String position = at + " " + edge + " " + row.getInt("generation") + " " + row.getLong("sequence");
        return new Row(
                sighting,
                Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Object> position(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
            return List.of(Long.parseLong(parts[0]), parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.badRequest("cursor is not one of ours.");
        }
    }
}
