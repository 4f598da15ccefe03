package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** A registry with one unit, and what may come of a text that a scanner made of its label. */
abstract class FaultBench {
    static final Instant NOW = Instant.parse("2025-01-21T10:15:30Z");
    static final String GTIN = "02519919442835";
    static final String SERIAL = "yCH*4'h1Ab";
    static final String LOT = "DdVcX<t";
    static final String GS = "\u001d";
    static final String LABEL = "01" + GTIN + "21" + SERIAL + GS + "10" + LOT + GS + "17250209";
    static final String CREAM = "09506000134369";
    static final Identification UNIT = new Identification(GTIN, LOT, SERIAL, LocalDate.of(2025, 2, 9), null, null);

    final InMemoryRegistry registry = new InMemoryRegistry(NOW);

    FaultBench() {
        registry.apply(new Product(GTIN, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Product(CREAM, null, null, "acme", List.of(), Serialisation.BATCH, null, null, null));
        registry.apply(
                new Batch(GTIN, LOT, LocalDate.of(2025, 2, 9), null, null, List.of(), null, BatchStatus.RELEASED));
        registry.apply(new Batch(CREAM, "xyz", null, null, null, List.of(), null, BatchStatus.RELEASED));
        issue(SERIAL, LOT);
    }

    void issue(String serial, String lot) {
        registry.apply(new Serials(GTIN, lot, List.of(serial), null, null, SerialStatus.ISSUED));
    }

    void assertRead(String fault, String data) {
        Reading reading = read(data);
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of(fault), reading.repaired());
        assertEquals(Certainty.REPAIRED, reading.certainty());
    }

    Reading assertClean(String data) {
        Reading reading = read(data);
        assertEquals(UNIT, reading.identification());
        assertEquals(Certainty.CLEAN, reading.certainty());
        return reading;
    }

    void assertDoubtful(String data) {
        assertEquals(Certainty.DOUBTFUL, read(data).certainty(), data);
    }

    Reading read(String data) {
        return read(data, null);
    }

    Reading read(String data, @Nullable CalibratedDevice device) {
        return LayoutCampaign.read(data, registry, device);
    }

    static String inverted(String text) {
        StringBuilder inverted = new StringBuilder();
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> inverted.append((char) c));
        return inverted.toString();
    }
}
