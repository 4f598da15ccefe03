package org.quaymark.hub.detection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.Site;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/**
 * As much of the registry as the judgement of a unit needs: its product, that one's rights, the sites, manifests and what is
 * intercepted.
 */
final class UnitRegistry {
    private static final int CHUNK = 400;

    private UnitRegistry() {}

    static Map<String, Product> products(Connection connection, Collection<String> gtins) throws SQLException {
        Map<String, Product> products = new LinkedHashMap<>();
        for (RegistryLine line : lines(connection, RecordType.PRODUCT, gtins)) {
            Product product = (Product) line;
            products.put(product.gtin(), product);
        }
        return products;
    }

    static Map<String, Site> sites(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (RegistryLine line : lines(connection, RecordType.SITE, ids)) {
            Site site = (Site) line;
            sites.put(site.id(), site);
        }
        return sites;
    }

    /** How many units of a lot were made; null where nobody says. */
    static @Nullable Long quantity(Connection connection, String gtin, String lot) throws SQLException {
        List<RegistryLine> batch = lines(connection, RecordType.BATCH, List.of(gtin + ":" + lot));
        return batch.isEmpty() ? null : ((Batch) batch.get(0)).quantity();
    }

    /** Made for a few judgements: those of one unit in one batch. */
    static InMemoryRegistry of(
            Connection connection,
            Engine engine,
            Product product,
            String serial,
            Collection<Site> sites,
            Collection<String> parcels,
            Instant now)
            throws SQLException {
        InMemoryRegistry registry = new InMemoryRegistry(now);
        registry.apply(product);
        sites.forEach(registry::apply);
        lines(connection, RecordType.RIGHT, product.rights()).forEach(registry::apply);
        lines(connection, RecordType.MANIFEST, parcels).forEach(registry::apply);
        // After a recall there may be as many of one product as units were seen: those of others say nothing of this
        // one.
        intercepted(
                connection,
                registry,
                engine.ofBody("gtin") + " = ? AND " + engine.ofBody("serial") + " = ?",
                product.gtin(),
                serial);
        intercepted(
                connection,
                registry,
                engine.ofBody("gtin") + " = ? AND " + engine.ofBody("serial") + " IS NULL",
                product.gtin());
        for (String parcel : parcels) {
            intercepted(connection, registry, engine.ofBody("parcel") + " = ?", parcel);
        }
        return registry;
    }

    private static void intercepted(
            Connection connection, InMemoryRegistry registry, String names, @Nullable Object... parameters)
            throws SQLException {
        Sql.list(
                        connection,
                        "SELECT body FROM registry_record WHERE type = 'interception' AND " + names,
                        row -> row.getString(1),
                        parameters)
                .forEach(body -> registry.apply(read(body)));
    }

    private static List<RegistryLine> lines(Connection connection, RecordType type, Collection<String> ids)
            throws SQLException {
        List<RegistryLine> lines = new ArrayList<>();
        List<String> all = ids.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<@Nullable Object> parameters = new ArrayList<>(all.subList(from, Math.min(all.size(), from + CHUNK)));
            int count = parameters.size();
            parameters.add(0, type.wireName());
            Sql.list(
                            connection,
                            "SELECT body FROM registry_record WHERE type = ? AND id IN (" + Sql.marks(count) + ")",
                            row -> row.getString(1),
                            parameters.toArray())
                    .forEach(body -> lines.add(read(body)));
        }
        return lines;
    }

    private static RegistryLine read(String body) {
        try {
            return RegistryJson.read(body);
        } catch (InvalidLine e) {
            throw new IllegalStateException("a stored record cannot be read: " + body, e);
        }
    }
}
