package org.quaymark.edge.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.process.json.RegistryJson;

class PastRegistryTest {
    private static final String GTIN = "09506000134352";

    @TempDir
    Path directory;

    private Path file;
    private long sequence;

    @BeforeEach
    void fill() throws Exception {
        file = directory.resolve("registry.db");
        apply(
                "{'type':'party','id':'acme','name':'Acme'}",
                "{'type':'batch','gtin':'" + GTIN + "','lot':'L1','status':'released'}",
                "{'type':'serials','gtin':'" + GTIN + "','lot':'L1','serials':['A1','1000']}",
                "{'type':'serials','gtin':'" + GTIN + "','lot':'L1','from':'2000','to':'2999'}");
    }

    @Test
    void answersAsOfEachChange() throws Exception {
        long first = sequence;
        apply("{'type':'batch','gtin':'" + GTIN + "','lot':'L1','status':'recalled'}");
        apply("{'type':'batch','gtin':'" + GTIN + "','lot':'L1','deleted':true}");

        try (PastRegistry past = PastRegistry.open(file)) {
            assertEquals("RELEASED", batchStatus(past, first));
            assertEquals("RECALLED", batchStatus(past, first + 1));
            assertNull(past.at(first + 2, Instant.now()).batch(GTIN, "L1"));
            RegistryKey key = new RegistryKey(RecordType.BATCH, GTIN + ":L1");
            assertNull(past.at(first, Instant.now()).changedAt(key));
            assertEquals(first + 1, past.at(first + 1, Instant.now()).changedAt(key));
            assertEquals(first + 2, past.at(first + 2, Instant.now()).changedAt(key));
        }
    }

    @Test
    void knowsUnitsBeforeTheyWereIssuedSoldAndTakenAway() throws Exception {
        long first = sequence;
        apply("{'type':'serials','gtin':'" + GTIN + "','lot':'L2','serials':['A1','B2'],'status':'sold'}");
        apply("{'type':'serials','gtin':'" + GTIN + "','serials':['A1','1000'],'deleted':true}");
        apply("{'type':'serials','gtin':'" + GTIN + "','from':'2100','to':'2199','deleted':true}");

        try (PastRegistry past = PastRegistry.open(file)) {
            Registry then = past.at(first, Instant.now());
            assertEquals(SerialStatus.ISSUED, present(then.unit(GTIN, "A1")).status());
            assertNull(then.unit(GTIN, "B2"));
            present(then.unit(GTIN, "1000"));
            present(then.unit(GTIN, "2150"));
            Registry sold = past.at(first + 1, Instant.now());
            assertEquals(SerialStatus.SOLD, present(sold.unit(GTIN, "A1")).status());
            assertEquals("L2", present(sold.unit(GTIN, "B2")).lot());
            assertEquals(first + 1, sold.changedAt(RegistryKey.ofUnit(GTIN, "B2")));
            Registry now = past.at(first + 3, Instant.now());
            assertNull(now.unit(GTIN, "A1"));
            assertNull(now.unit(GTIN, "1000"));
            assertNull(now.unit(GTIN, "2150"));
            present(now.unit(GTIN, "2200"));
        }
    }

    @Test
    void findsLicencesAndInterceptionsOfThen() throws Exception {
        apply("{'type':'interception','id':'I1','parcel':'P1','effect':'HOLD','status':'active'}");
        long first = sequence;
        apply("{'type':'interception','id':'I1','parcel':'P2','effect':'HOLD','status':'active'}");

        try (PastRegistry past = PastRegistry.open(file)) {
            assertEquals(1, past.at(first, null).interceptionsOfParcel("P1").size());
            assertEquals(0, past.at(first, null).interceptionsOfParcel("P2").size());
            assertEquals(0, past.at(first + 1, null).interceptionsOfParcel("P1").size());
            assertEquals(1, past.at(first + 1, null).interceptionsOfParcel("P2").size());
        }
    }

    @Test
    void saysWhatItCannotKnow() throws Exception {
        long first = sequence;
        apply("{'type':'party','id':'acme','name':'Acme Ltd'}");
        try (PastRegistry past = PastRegistry.open(file)) {
            assertNull(past.problem(first, Instant.now()));
            assertNull(past.problem(first + 1, Instant.now()));
            assertTrue(present(past.problem(first - 1, Instant.now())).contains("known from change " + first));
            assertTrue(present(past.problem(first + 2, Instant.now())).contains("only"));
        }
    }

    @Test
    void neverIssuedSerialsAreToldByTheFilterAndNewOnesEnterIt() throws Exception {
        try (Replica replica = Replica.open(file, Clock.systemUTC())) {
            org.awaitility.Awaitility.await().until(replica::isFiltered);
            present(replica.current().unit(GTIN, "A1"));
            present(replica.current().unit(GTIN, "2500"));
            for (int i = 0; i < 1_000; i++) {
                assertNull(replica.current().unit(GTIN, "NEVER" + i));
            }
            apply(replica, "{'type':'serials','gtin':'" + GTIN + "','serials':['NEW1']}");
            apply(replica, "{'type':'serials','gtin':'" + GTIN + "','from':'00100','to':'00199'}");
            present(replica.current().unit(GTIN, "NEW1"));
            present(replica.current().unit(GTIN, "00150"));
        }
    }

    private static String batchStatus(PastRegistry past, long sequence) {
        return present(past.at(sequence, Instant.now()).batch(GTIN, "L1"))
                .status()
                .name();
    }

    private static <T> T present(@Nullable T value) {
        org.junit.jupiter.api.Assertions.assertNotNull(value);
        return value;
    }

    private void apply(String... lines) throws Exception {
        try (Replica replica = Replica.open(file, Clock.systemUTC())) {
            apply(replica, lines);
        }
    }

    private void apply(Replica replica, String... lines) throws Exception {
        List<Replica.Change> changes = new ArrayList<>();
        for (String line : lines) {
            changes.add(new Replica.Change(++sequence, RegistryJson.read(line.replace('\'', '"'))));
        }
        Instant now = Instant.now();
        replica.apply(changes, new ReplicaHead("e1", sequence, HashChain.empty().head(), now, now), null);
    }
}
