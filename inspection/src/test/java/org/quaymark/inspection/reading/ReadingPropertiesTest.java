package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** What holds of every reading, whatever the scanner did. */
class ReadingPropertiesTest {
    private static final String OTHER = "09506000134352";

    @Property(tries = 300, seed = "20261125")
    void anIssuedItemIsReadAsItselfOrScannedAgain(
            @ForAll("labels") String label, @ForAll("faults") UnaryOperator<String> fault) {
        InMemoryRegistry registry = registry(label);
        Identification truth = LayoutCampaign.read(label, registry, null).identification();
        Reading reading = LayoutCampaign.read(fault.apply(label), registry, null);
        assertTrue(!reading.isSure() || truth.equals(reading.identification()), reading::toString);
    }

    @Property(tries = 200, seed = "20261125")
    void theOrderOfCodesDoesNotMatter(@ForAll("labels") String one, @ForAll("labels") String other, @ForAll long seed) {
        InMemoryRegistry registry = registry(one);
        List<Code> codes = new ArrayList<>(List.of(
                new Code(one, null),
                new Code("9506000134352", "]E0"),
                new Code("RR473124829GB", null),
                new Code("https://acme.example/win", "]Q1"),
                new Code(seed % 2 == 0 ? other : "00106141412345678908", "]C1")));
        Reading before = read(codes, registry);
        Collections.shuffle(codes, new Random(seed));
        Reading after = read(codes, registry);
        assertEquals(before.identification(), after.identification());
        assertEquals(before.certainty(), after.certainty());
        assertEquals(before.disagreeing(), after.disagreeing());
        assertEquals(before.parcels(), after.parcels());
    }

    @Property(tries = 200, seed = "20261125")
    void anUnrelatedRecordChangesNothing(
            @ForAll("labels") String label,
            @ForAll("faults") UnaryOperator<String> fault,
            @ForAll("labels") String serials) {
        InMemoryRegistry registry = registry(label);
        Reading before = LayoutCampaign.read(fault.apply(label), registry, null);
        registry.apply(new Product(OTHER, null, null, "other", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Serials(OTHER, null, List.of(serials), null, null, SerialStatus.ISSUED));
        assertEquals(before, LayoutCampaign.read(fault.apply(label), registry, null));
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.longs().map(seed -> NearMisses.labels(1, "]d2", seed).get(0));
    }

    @Provide
    Arbitrary<UnaryOperator<String>> faults() {
        List<UnaryOperator<String>> faults = new ArrayList<>(List.of(
                text -> text,
                text -> text.replace("\u001d", ""),
                text -> text.replace("\u001d", "\u0000"),
                text -> text.replace("\u001d", "029"),
                text -> text.substring(3),
                text -> text + "\r\n",
                text -> "prefix" + text,
                text -> text.toUpperCase(Locale.ROOT),
                text -> text.toLowerCase(Locale.ROOT)));
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            faults.add(layout::distort);
            faults.add(layout::distortShowingDeadKeys);
        }
        return Arbitraries.of(faults);
    }

    private static InMemoryRegistry registry(String label) {
        Identification truth =
                LayoutCampaign.read(label, new InMemoryRegistry(), null).identification();
        return NearMisses.CHARACTERS_OFF.registry(Set.of(truth));
    }

    private static Reading read(List<Code> codes, InMemoryRegistry registry) {
        return new Reader().read(new Scan("s", LayoutCampaign.NOW, "S", "d", "v", codes, null, null, null), registry);
    }
}
