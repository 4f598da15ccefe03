package org.quaymark.hub.detection;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.SightingPair;
import org.quaymark.hub.detection.BatchClaims.Batch;
import org.quaymark.hub.detection.UnitSightings.Unit;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Site;
import org.quaymark.process.json.Json;

/**
 * Finds units of a batch that were seen elsewhere too: too far away for the time between, or on another parcel. Whichever
 * journal comes last finds the pair, since both looks begin after their own batch was committed; and where both see it, the
 * pair's keys let one report it. Only reads.
 */
@Singleton
final class ClonesAndReuse {
    private final Database database;
    private final UnitSightings sightings;
    private final Clock clock;
    private final Policy policy = Policy.standard();
    private final PairJudge judge = new PairJudge(new Inspector(policy));

    ClonesAndReuse(Database database, UnitSightings sightings, Clock clock) {
        this.database = database;
        this.sightings = sightings;
        this.clock = clock;
    }

    List<SightingPair> look(Batch batch) {
        return database.read(connection -> look(connection, batch));
    }

    private List<SightingPair> look(Connection connection, Batch batch) throws SQLException {
        Map<Unit, Integer> again = sightings.seenAgain(connection, batch);
        if (again.isEmpty()) {
            return List.of();
        }
        Map<String, Product> products = UnitRegistry.products(
                connection, again.keySet().stream().map(Unit::gtin).toList());
        again.keySet().removeIf(unit -> !isToldApartBySerial(products.get(unit.gtin())));
        Map<Unit, List<Sighted>> seen = sightings.of(connection, again, batch);
        Set<String> places = new LinkedHashSet<>();
        seen.values().forEach(all -> all.forEach(one -> places.add(one.site())));
        Map<String, Site> sites = UnitRegistry.sites(connection, places);
        PairSuspects suspects = new PairSuspects(sites, policy.thresholds().travelKilometresPerHour());
        List<SightingPair> pairs = new ArrayList<>();
        for (Map.Entry<Unit, List<Sighted>> unit : seen.entrySet()) {
            List<Sighted> suspected = suspects.among(unit.getValue(), batch);
            Product product = products.get(unit.getKey().gtin());
            if (!suspected.isEmpty() && product != null) {
                List<String> parcels = suspected.stream()
                        .map(Sighted::parcel)
                        .filter(parcel -> parcel != null)
                        .map(String::valueOf)
                        .toList();
                InMemoryRegistry registry = UnitRegistry.of(
                        connection,
                        database.engine(),
                        product,
                        unit.getKey().serial(),
                        sites.values(),
                        parcels,
                        clock.instant());
                for (Sighted later : suspected) {
                    pairs.addAll(judge(connection, unit.getKey(), later, registry, suspects));
                }
            }
        }
        return pairs;
    }

    private List<SightingPair> judge(
            Connection connection, Unit unit, Sighted later, InMemoryRegistry registry, PairSuspects suspects)
            throws SQLException {
        byte[] body = Sql.first(
                connection,
                "SELECT body FROM journal_entry WHERE edge = ? AND generation = ? AND sequence = ?",
                row -> row.getBytes(1),
                later.entry().edge(),
                later.entry().generation(),
                later.entry().sequence());
        JournalEntry.Sighting entry = body == null ? null : read(body);
        if (entry == null) {
            return List.of();
        }
        List<Sighted> before = sightings.before(connection, unit, later);
        return judge.judge(unit, later, entry.scan(), before, registry, suspects);
    }

    private static JournalEntry.@Nullable Sighting read(byte[] body) {
        try {
            JournalEntry entry = Json.LENIENT.readValue(body, JournalEntry.class);
            return entry instanceof JournalEntry.Sighting sighting ? sighting : null;
        } catch (IOException e) {
            throw new IllegalStateException("an entry that has a sighting cannot be read", e);
        }
    }

    private static boolean isToldApartBySerial(@Nullable Product product) {
        return product != null && product.serialisation() == Serialisation.SERIAL;
    }
}
