package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.GS;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.serials;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quaymark.inspection.reading.Carrier;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.SerialStatus;

/** PASS stays PASS under any repair: a distorted scan of genuine goods is read right or not at all. */
class RepairPropertiesTest {
    @Property(tries = 1000)
    void aDistortedScanOfGenuineGoodsIsNeverAccused(
            @ForAll("serialNumbers") String serial, @ForAll("distortions") Distortion distortion) {
        Dock dock = new Dock().withMark().know(serials(SerialStatus.ISSUED, "ABC123", serial));
        String printed = label(SHOE, serial, "ABC123");
        assertEquals(Effect.PASS, dock.scan(printed).verdict());
        Verdict verdict = dock.scan(distortion.of(printed));
        assertTrue(
                verdict.verdict() == Effect.PASS || verdict.verdict() == Effect.RESCAN,
                () -> distortion + " of " + serial + ": " + verdict);
        if (verdict.verdict() == Effect.PASS) {
            assertEquals(serial, verdict.identified().serial());
        }
    }

    @Provide
    Arbitrary<String> serialNumbers() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                .ofLength(8);
    }

    @Provide
    Arbitrary<Distortion> distortions() {
        List<Distortion> distortions = new ArrayList<>();
        distortions.add(new Distortion("caps lock", RepairPropertiesTest::capsLock));
        for (String separator : List.of("", "\u0000", "\u001b", "\b", "\u001e", "<GS>", "{gs}", "\u00e8")) {
            distortions.add(new Distortion("separator " + separator, text -> text.replace(GS, separator)));
            distortions.add(
                    new Distortion("caps lock, separator " + separator, text -> capsLock(text.replace(GS, separator))));
        }
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            if (!leavesATellTale(layout)) {
                continue;
            }
            distortions.add(new Distortion("layout " + layout.name(), layout::distort));
            distortions.add(
                    new Distortion("layout " + layout.name() + " showing dead keys", layout::distortShowingDeadKeys));
        }
        return Arbitraries.of(distortions);
    }

    /**
     * Under a few layouts the identifier arrives whole, or as another symbology's, and the rest as a legal label of other
     * goods: a clean reading stands (scanner faults, rule 5), until a device's profile tells of its layout.
     */
    private static boolean leavesATellTale(KeyboardLayout layout) {
        String identifier = layout.distort("]d2");
        return !identifier.matches("][A-Za-z][0-9]") || Carrier.of(identifier) == Carrier.DISTORTED;
    }

    private static String capsLock(String text) {
        StringBuilder inverted = new StringBuilder();
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> inverted.append((char) c));
        return inverted.toString();
    }

    private record Distortion(String name, UnaryOperator<String> change) {
        String of(String printed) {
            return change.apply(printed);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
