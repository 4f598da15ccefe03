package org.quaymark.hub.retro;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseFilter;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.registry.Records;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** A hub that knows a product and a lot, and a dock that reports to it. */
abstract class RetroHub extends OnBothDatabases {
    static final String PARCEL = "RR473124829GB";
    Hub hub = unset();
    Dock dock = unset();

    @SuppressWarnings("NullAway") // set before each test
    private static <T> T unset() {
        return null;
    }

    @BeforeEach
    void openDock() {
        hub = serve();
        say(
                "{\"type\":\"party\",\"id\":\"acme\",\"name\":\"Acme\",\"roles\":[\"rights-holder\"],\"status\":\"active\"}",
                "{\"type\":\"site\",\"id\":\"HAM1\",\"country\":\"DE\",\"timezone\":\"Europe/Berlin\"}",
                "{\"type\":\"product\",\"gtin\":\"" + Dock.GTIN
                        + "\",\"brand\":\"Acme\",\"name\":\"Boot\",\"holder\":\"acme\",\"serialisation\":\"serial\"}",
                lot("R1", "released"),
                serials("R1", "00010000", "00019999"));
        dock = new Dock(hub, "edge-1", Policy.standard());
    }

    Verdict seen(String scan, int serial, String parcel) {
        return dock.seen(scan, Dock.label("%08d".formatted(serial), "R1"), parcel);
    }

    boolean noWorkLeft() {
        return hub.part(RetroProgress.class).now().isDone()
                && texts("SELECT id FROM journal_batch WHERE redecided_at IS NULL")
                        .isEmpty();
    }

    void awaitIdle() {
        await().until(this::noWorkLeft);
    }

    List<CaseFile> cases() {
        return hub.part(Cases.class).list(new CaseFilter(List.of(), null, null, null, null, null, 1_000));
    }

    @Nullable
    Interception interception(String parcel) {
        return hub.part(Records.class).list(RecordType.INTERCEPTION, "", 1_000).stream()
                .map(listed -> (Interception) record(listed.line()))
                .filter(i -> parcel.equals(i.parcel()))
                .findFirst()
                .orElse(null);
    }

    Interception awaitInterception(String parcel, String effect, InterceptionStatus status) {
        await().until(() -> {
            Interception found = interception(parcel);
            return found != null && found.effect().equals(effect) && found.status() == status;
        });
        Interception found = interception(parcel);
        assertNotNull(found);
        return found;
    }

    List<String> texts(String query) {
        return hub.part(Database.class).read(connection -> Sql.list(connection, query, row -> row.getString(1)));
    }

    void say(String... lines) {
        hub.part(RegistryAuthority.class)
                .apply(List.of(lines).stream().map(RetroHub::record).toList(), "key:brand");
    }

    static RegistryRecord record(String line) {
        try {
            return (RegistryRecord) RegistryJson.read(line);
        } catch (InvalidLine e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    static String lot(String lot, String status) {
        return "{\"type\":\"batch\",\"gtin\":\"" + Dock.GTIN + "\",\"lot\":\"" + lot
                + "\",\"markets\":[\"EEA\"],\"quantity\":1000,\"status\":\"" + status + "\"}";
    }

    static String serials(String lot, String from, String to) {
        return "{\"type\":\"serials\",\"gtin\":\"" + Dock.GTIN + "\",\"lot\":\"" + lot + "\",\"from\":\"" + from
                + "\",\"to\":\"" + to + "\",\"status\":\"issued\"}";
    }
}
