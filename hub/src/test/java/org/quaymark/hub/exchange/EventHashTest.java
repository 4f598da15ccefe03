package org.quaymark.hub.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against pre-hash texts and hashes that the algorithm's reference implementation publishes for CBV 2.0. */
class EventHashTest {
    @Test
    void writesAnInspectionAsTheReferenceDoes() {
        EpcisEvent event = new EpcisEvent(
                Instant.parse("2019-10-21T14:45:00Z"),
                List.of("https://id.gs1.org/00/040123451111111110"),
                List.of(),
                "OBSERVE",
                "inspecting",
                "in_progress",
                List.of(),
                List.of(),
                "https://id.gs1.org/414/4012345000245",
                new TreeMap<>());
        assertEquals(
                "eventType=ObjectEventeventTime=2019-10-21T14:45:00.000ZeventTimeZoneOffset=+00:00epcList"
                        + "epc=https://id.gs1.org/00/040123451111111110action=OBSERVE"
                        + "bizStep=https://ref.gs1.org/cbv/BizStep-inspecting"
                        + "disposition=https://ref.gs1.org/cbv/Disp-in_progress"
                        + "readPointid=https://id.gs1.org/414/4012345000245",
                EventHash.preHash(event));
        // the reference's event is the same but for its offset
        assertEquals(
                "ni:///sha-256;c50842eb714406394a77fb7b517fea621c78a61f65549874de7c9e019afe7b6f?ver=CBV2.0",
                EventHash.ofPreHash(EventHash.preHash(event).replace("+00:00", "+01:00")));
    }

    @Test
    void writesAPersistentDispositionAsTheReferenceDoes() {
        EpcisEvent event = new EpcisEvent(
                Instant.parse("2021-04-01T14:00:00Z"),
                List.of("https://id.gs1.org/01/04012345111118/21/2", "https://id.gs1.org/01/04012345111118/21/1"),
                List.of(),
                "OBSERVE",
                "shipping",
                "in_transit",
                List.of("recalled"),
                List.of(),
                "https://id.gs1.org/414/4012345000054",
                new TreeMap<>());
        assertEquals(
                "eventType=ObjectEventeventTime=2021-04-01T14:00:00.000ZeventTimeZoneOffset=+00:00epcList"
                        + "epc=https://id.gs1.org/01/04012345111118/21/1epc=https://id.gs1.org/01/04012345111118/21/2"
                        + "action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-shipping"
                        + "disposition=https://ref.gs1.org/cbv/Disp-in_transit"
                        + "persistentDispositionset=https://ref.gs1.org/cbv/Disp-recalled"
                        + "readPointid=https://id.gs1.org/414/4012345000054",
                EventHash.preHash(event));
    }

    @Test
    void writesQuantitiesAndOwnFieldsInTheirOrder() {
        EpcisEvent event = new EpcisEvent(
                Instant.parse("2026-11-21T10:15:30.123Z"),
                List.of(),
                List.of("https://id.gs1.org/01/09506000134352/10/ABC123"),
                "OBSERVE",
                "holding",
                "recalled",
                List.of(),
                List.of(),
                "https://quaymark.org/ns/site/HAM1/dock/dock-3",
                new TreeMap<>(Map.of("parcel", " RR473124829GB ", "findings", "BATCH_BLOCKED")));
        assertEquals(
                "eventType=ObjectEventeventTime=2026-11-21T10:15:30.123ZeventTimeZoneOffset=+00:00quantityList"
                        + "quantityElementepcClass=https://id.gs1.org/01/09506000134352/10/ABC123quantity=1"
                        + "action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-holding"
                        + "disposition=https://ref.gs1.org/cbv/Disp-recalled"
                        + "readPointid=https://quaymark.org/ns/site/HAM1/dock/dock-3"
                        + "{https://quaymark.org/ns/}findings=BATCH_BLOCKED{https://quaymark.org/ns/}parcel=RR473124829GB",
                EventHash.preHash(event));
    }

    @Test
    void givesTheSameEventTheSameIdAndAnotherOneAnother() {
        AlertSubject subject = Subjects.unissuedSerial();
        EpcisEvent event = EpcisEvents.of(subject, Moment.OPENED, Instant.EPOCH);
        assertEquals(EventHash.of(event), EventHash.of(EpcisEvents.of(subject, Moment.OPENED, Instant.MAX)));
        assertNotEquals(EventHash.of(event), EventHash.of(EpcisEvents.of(subject, Moment.MISREAD, Instant.EPOCH)));
    }
}
