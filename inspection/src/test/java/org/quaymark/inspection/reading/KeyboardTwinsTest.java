package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** Asking for twins by lot and serial alone leaves out none that reading the whole text would find. */
class KeyboardTwinsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String GTIN = "09506000134352";
    private static final String CSET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> IDENTIFIERS = List.of("]d2", "]C1", "]Q3", "]e0", "]J1");

    private final Random random = new Random(20_261_125);
    private final Interpreter interpreter = new Interpreter(TODAY);

    @Test
    void leavesOutNoTwinThatReadingFinds() {
        List<String> missed = new ArrayList<>();
        int texts = 0;
        int twins = 0;
        int spared = 0;
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            for (String identifier : IDENTIFIERS) {
                for (int i = 0; i < 8; i++) {
                    String characters = i % 2 == 0 ? LETTERS : CSET_82;
                    String lot = any(characters, 4);
                    String serial = any(characters, 2 + random.nextInt(9));
                    String printed = identifier + "01" + GTIN + "17300101" + "10" + lot + "\u001d21" + serial;
                    String came = layout.distort(printed);
                    // Also texts that nobody's keyboard made.
                    String reported = i % 4 == 3 ? identifier + came.substring(Math.min(3, came.length())) : came;
                    Envelope raw = Envelope.open(new Code(reported, null));
                    Interpretation asIs = interpreter.interpret(raw);
                    InMemoryRegistry registry = registry(lot, serial, i % 3 != 0);
                    if (!asIs.isLegal() || !asIs.isGs1() || Support.of(asIs, registry) != Support.UNPROVED) {
                        continue;
                    }
                    texts++;
                    int weight = Support.weight(asIs, registry);
                    boolean may = new KeyboardTwins(registry, interpreter).mayHaveTwins(reported, raw, asIs, weight);
                    boolean has =
                            new KeyboardTwins(registry, interpreter).hasTwins(reported, raw, asIs, weight, Set.of());
                    twins += has ? 1 : 0;
                    spared += may ? 0 : 1;
                    if (has && !may) {
                        missed.add(layout.name() + ": " + printed + " came as " + reported);
                    }
                }
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(twins > 50, "twins among " + texts + " texts: " + twins);
        assertTrue(spared > 50, "not read of " + texts + " texts: " + spared);
    }

    /** Where only the lot is known, a twin weighs more than a text of an unknown one. */
    private static InMemoryRegistry registry(String lot, String serial, boolean issued) {
        InMemoryRegistry registry = new InMemoryRegistry(Instant.parse("2026-11-25T06:00:00Z"));
        registry.apply(new Product(GTIN, null, null, "h", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Batch(GTIN, lot, null, null, null, List.of(), null, BatchStatus.RELEASED));
        if (issued) {
            registry.apply(new Serials(GTIN, lot, List.of(serial), null, null, SerialStatus.ISSUED));
        }
        return registry;
    }

    private String any(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
