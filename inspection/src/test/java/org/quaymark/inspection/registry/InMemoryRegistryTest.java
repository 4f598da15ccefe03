package org.quaymark.inspection.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryRegistryTest {
    private static final String GTIN = "09506000134352";
    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Test
    void aListedUnitGoesBeforeARangeAndALaterRangeBeforeAnEarlierOne() {
        range("0001", "0009", SerialStatus.ISSUED);
        range("0003", "0005", SerialStatus.SOLD);
        listed("0004", SerialStatus.STOLEN);
        assertEquals(SerialStatus.ISSUED, status("0002"));
        assertEquals(SerialStatus.SOLD, status("0003"));
        assertEquals(SerialStatus.STOLEN, status("0004"));
        assertNull(status("0010"));
        assertNull(status("2"));
        assertNull(status("00002"));
    }

    @Test
    void takesUnitsAway() {
        range("0001", "0009", SerialStatus.ISSUED);
        listed("X1", SerialStatus.ISSUED);
        delete(new Deletion.Units(GTIN, List.of("0002", "X1"), null, null));
        assertNull(status("0002"));
        assertNull(status("X1"));
        assertEquals(SerialStatus.ISSUED, status("0003"));
        delete(new Deletion.Units(GTIN, List.of(), "0003", "0009"));
        assertNull(status("0005"));
        listed("0005", SerialStatus.SOLD);
        assertEquals(SerialStatus.SOLD, status("0005"));
    }

    @Test
    void tellsHowLongSerialsAndLotsMayBe() {
        assertFalse(registry.serialLengths(GTIN).has(4));
        listed("X12", SerialStatus.ISSUED);
        range("0001", "0009", SerialStatus.ISSUED);
        listed("Y".repeat(64), SerialStatus.ISSUED);
        assertTrue(registry.serialLengths(GTIN).has(3));
        assertTrue(registry.serialLengths(GTIN).has(4));
        assertTrue(registry.serialLengths(GTIN).has(64));
        assertFalse(registry.serialLengths(GTIN).has(5));
        assertFalse(registry.serialLengths("04006381333931").has(3));
        registry.apply(new Batch(GTIN, "L1", null, null, null, List.of(), null, BatchStatus.RELEASED));
        assertTrue(registry.lotLengths(GTIN).has(2));
        assertFalse(registry.lotLengths(GTIN).has(3));
    }

    @Test
    void findsTheLongestPrefix() {
        registry.apply(new Prefix("9506", "gs1"));
        registry.apply(new Prefix("9506000", "acme"));
        Prefix found = registry.prefixOf(GTIN);
        assertNotNull(found);
        assertEquals("acme", found.holder());
        registry.apply(new Deletion(found.key()));
        assertEquals(
                "gs1", java.util.Objects.requireNonNull(registry.prefixOf(GTIN)).holder());
        assertNull(registry.prefixOf("04006381333931"));
    }

    @Test
    void findsLicencesByProductBrandAndRightOnce() {
        Licence licence = new Licence(
                "L",
                "acme",
                "outlet",
                List.of(GTIN),
                List.of("Acme"),
                List.of("R1"),
                List.of("EEA"),
                null,
                null,
                false,
                LicenceStatus.ACTIVE);
        registry.apply(licence);
        Product product =
                new Product(GTIN, "Acme", "Shoe", "acme", List.of("R1"), Serialisation.SERIAL, null, null, null);
        assertEquals(List.of(licence), registry.licencesCovering(product));
        registry.apply(new Licence(
                "L",
                "acme",
                "outlet",
                List.of(),
                List.of("Other"),
                List.of(),
                List.of(),
                null,
                null,
                false,
                LicenceStatus.ACTIVE));
        assertEquals(List.of(), registry.licencesCovering(product));
    }

    @Test
    void anInterceptionThatChangesIsNoLongerFoundUnderWhatItNamedBefore() {
        registry.apply(interception("P1"));
        registry.apply(interception("P2"));
        assertEquals(List.of(), registry.interceptionsOfParcel("P1"));
        assertEquals(1, registry.interceptionsOfParcel("P2").size());
        registry.apply(new Deletion(interception("P2").key()));
        assertEquals(List.of(), registry.interceptionsOfParcel("P2"));
        assertEquals(3, registry.sequence());
    }

    private static Interception interception(String parcel) {
        return new Interception(
                "I", parcel, null, null, null, null, "HOLD", null, null, null, InterceptionStatus.ACTIVE);
    }

    private void range(String from, String to, SerialStatus status) {
        registry.apply(new Serials(GTIN, null, List.of(), from, to, status));
    }

    private void listed(String serial, SerialStatus status) {
        registry.apply(new Serials(GTIN, null, List.of(serial), null, null, status));
    }

    private void delete(Deletion.Units units) {
        registry.apply(new Deletion(new RegistryKey(RecordType.SERIALS, GTIN), units));
    }

    private @Nullable SerialStatus status(String serial) {
        Unit unit = registry.unit(GTIN, serial);
        return unit == null ? null : unit.status();
    }
}
