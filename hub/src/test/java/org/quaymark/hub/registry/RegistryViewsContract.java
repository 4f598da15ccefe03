package org.quaymark.hub.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** The hub's registry answers as one in memory does that has had the same lines, now and as of every change. */
abstract class RegistryViewsContract extends OnBothDatabases {
    private static final String GTIN = "09506000134369";
    private static final String OTHER = "09506000134352";
    private static final List<String> LINES = List.of(
            "{\"type\":\"party\",\"id\":\"acme\",\"name\":\"Acme\",\"roles\":[\"rights-holder\"]}",
            "{\"type\":\"prefix\",\"prefix\":\"9506000\",\"holder\":\"acme\"}",
            "{\"type\":\"prefix\",\"prefix\":\"950600013\",\"holder\":\"acme\"}",
            "{\"type\":\"site\",\"id\":\"HAM1\",\"country\":\"DE\"}",
            "{\"type\":\"right\",\"id\":\"R_1%\",\"kind\":\"trademark\",\"number\":\"1\",\"holder\":\"acme\",\"territories\":[\"EU\"],\"status\":\"registered\"}",
            "{\"type\":\"product\",\"gtin\":\"" + GTIN
                    + "\",\"brand\":\"Acme\",\"holder\":\"acme\",\"rights\":[\"R_1%\"],\"serialisation\":\"serial\"}",
            "{\"type\":\"batch\",\"gtin\":\"" + GTIN + "\",\"lot\":\"L1\"}",
            "{\"type\":\"serials\",\"gtin\":\"" + GTIN
                    + "\",\"lot\":\"L1\",\"serials\":[\"A_1\",\"A%2\",\"a_1\",\"7\"]}",
            "{\"type\":\"serials\",\"gtin\":\"" + GTIN + "\",\"lot\":\"L2\",\"from\":\"0001\",\"to\":\"0009\"}",
            "{\"type\":\"serials\",\"gtin\":\"" + GTIN
                    + "\",\"lot\":\"L2\",\"from\":\"0003\",\"to\":\"0004\",\"status\":\"sold\"}",
            "{\"type\":\"serials\",\"gtin\":\"" + GTIN + "\",\"serials\":[\"0004\"],\"status\":\"stolen\"}",
            "{\"type\":\"serials\",\"gtin\":\"" + GTIN + "\",\"serials\":[\"0005\"],\"deleted\":true}",
            "{\"type\":\"serials\",\"gtin\":\"" + OTHER + "\",\"serials\":[\"A_1\"]}",
            "{\"type\":\"serials\",\"gtin\":\"" + GTIN
                    + "\",\"lot\":\"L3\",\"serials\":[\"A_1\"],\"status\":\"destroyed\"}",
            "{\"type\":\"licence\",\"id\":\"LIC\",\"licensor\":\"acme\",\"licensee\":\"shop\",\"rights\":[\"R_1%\"]}",
            "{\"type\":\"licence\",\"id\":\"LIC2\",\"licensor\":\"acme\",\"licensee\":\"shop\",\"brands\":[\"Acme\"]}",
            "{\"type\":\"manifest\",\"parcel\":\"P1\",\"consignor\":\"shop\"}",
            "{\"type\":\"interception\",\"id\":\"I1\",\"parcel\":\"P1\",\"effect\":\"HOLD\"}",
            "{\"type\":\"interception\",\"id\":\"I2\",\"gtin\":\"" + GTIN + "\",\"lot\":\"L1\",\"effect\":\"HOLD\"}",
            "{\"type\":\"interception\",\"id\":\"I3\",\"consignor\":\"shop\",\"effect\":\"REVIEW\"}",
            "{\"type\":\"interception\",\"id\":\"I1\",\"parcel\":\"P2\",\"effect\":\"HOLD\"}",
            "{\"type\":\"batch\",\"gtin\":\"" + GTIN + "\",\"lot\":\"L1\",\"status\":\"recalled\"}",
            "{\"type\":\"manifest\",\"parcel\":\"P1\",\"consignor\":\"other\"}",
            "{\"type\":\"licence\",\"id\":\"LIC\",\"deleted\":true}",
            "{\"type\":\"manifest\",\"parcel\":\"P1\",\"deleted\":true}",
            "{\"type\":\"prefix\",\"prefix\":\"950600013\",\"deleted\":true}");

    @Test
    void answersNowAndAsOfEveryChangeAsItWouldHave() {
        Hub hub = openHub();
        RegistryViews views = hub.part(RegistryViews.class);
        InMemoryRegistry model = new InMemoryRegistry(Instant.EPOCH);
        List<List<@Nullable Object>> states = new ArrayList<>(List.of(state(model)));
        for (String line : LINES) {
            RegistryLine read = read(line);
            hub.part(RegistryAuthority.class).apply(List.of(read), "test");
            model.apply(read);
            states.add(state(model));
            assertEquals(state(model), views.atHead((connection, registry) -> state(registry)), line);
        }
        assertEquals(LINES.size(), hub.part(RegistryAuthority.class).head().sequence());
        for (int n = 0; n <= LINES.size(); n++) {
            assertEquals(
                    states.get(n),
                    views.asOf(n, Instant.EPOCH, (connection, registry) -> state(registry)),
                    "as of change " + n);
        }
    }

    @Test
    void looksManyUpAtOnceAsItDoesOne() {
        Hub hub = openHub();
        hub.part(RegistryAuthority.class)
                .apply(LINES.stream().map(RegistryViewsContract::read).toList(), "test");
        List<@Nullable Object> one = hub.part(RegistryViews.class).atHead((connection, registry) -> state(registry));
        List<@Nullable Object> many = hub.part(RegistryViews.class).atHead((connection, registry) -> {
            registry.expect(
                    List.of(new UnitKey(GTIN, "A_1"), new UnitKey(GTIN, "0004"), new UnitKey(GTIN, "no")),
                    List.of("P1", "P2"));
            return state(registry);
        });
        assertEquals(one, many);
    }

    @Test
    void saysWhichChangeARecordIsFrom() {
        Hub hub = openHub();
        hub.part(RegistryAuthority.class)
                .apply(LINES.stream().map(RegistryViewsContract::read).toList(), "test");
        RegistryViews views = hub.part(RegistryViews.class);
        List<@Nullable Long> changes = views.asOf(
                LINES.size(),
                null,
                (connection, registry) -> Arrays.asList(
                        registry.changedAt(RegistryKey.ofUnit(GTIN, "A_1")),
                        registry.changedAt(RegistryKey.ofUnit(GTIN, "0003")),
                        registry.changedAt(RegistryKey.ofUnit(GTIN, "none")),
                        registry.changedAt(read(LINES.get(6)).key())));
        assertEquals(Arrays.asList(14L, 10L, null, 22L), changes);
        boolean never = views.asOf(0, null, (connection, registry) -> registry.asOf() == null);
        assertTrue(never, "nobody vouched for it");
    }

    /** Every answer that the lines have something to say to. */
    private static List<@Nullable Object> state(Registry registry) {
        Product product = registry.product(GTIN);
        List<@Nullable Object> state = new ArrayList<>(Arrays.asList(
                product,
                registry.party("acme"),
                registry.site("HAM1"),
                registry.right("R_1%"),
                registry.prefixOf(GTIN),
                registry.batch(GTIN, "L1"),
                registry.manifest("P1"),
                product == null
                        ? List.of()
                        : registry.licencesCovering(product).stream()
                                .sorted(Comparator.comparing(Licence::id))
                                .toList(),
                sorted(registry.interceptionsOfParcel("P1")),
                sorted(registry.interceptionsOfParcel("P2")),
                sorted(registry.interceptionsOfProduct(GTIN)),
                sorted(registry.interceptionsOfConsignor("shop")),
                registry.unit(OTHER, "A_1")));
        for (String serial :
                List.of("A_1", "a_1", "A%2", "AX2", "7", "0001", "0003", "0004", "0005", "0009", "00001")) {
            state.add(registry.unit(GTIN, serial));
        }
        return state;
    }

    private static List<Interception> sorted(List<Interception> interceptions) {
        return interceptions.stream()
                .sorted(Comparator.comparing(Interception::id))
                .toList();
    }

    private static RegistryLine read(String line) {
        try {
            return RegistryJson.read(line);
        } catch (InvalidLine e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
