package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** The odds that a forged serial, clean as it came, is taken for an issued one: docs/decisions/near-twins.md has the sum. */
class RepairOddsTest {
    private static final String GTIN = "02519919442835";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String MIXED = UPPER + "abcdefghijklmnopqrstuvwxyz";
    private static final int FORGED = 3_000;

    private record Odds(double density, double passed, double rescanned) {}

    @Test
    void aForgedSerialOfOneCaseIsNeverPassed() {
        Odds odds = odds("A-Z 0-9, 4", UPPER, 4, 56_000, "]d2");
        assertEquals(0, odds.passed());
        assertTrue(odds.rescanned() < 1, odds::toString);
    }

    /** A registry a million times denser than any: every thirtieth serial there can be is issued. */
    @Test
    void aForgedSerialOfBothCasesIsPassedNoOftenerThanItsTwinIsIssued() {
        Odds odds = odds("A-Z a-z 0-9, 4", MIXED, 4, 490_000, "]d2");
        // Four standard deviations of a count with that expectation.
        double most = odds.density() + 4 * Math.sqrt(odds.density() / FORGED);
        assertTrue(odds.passed() <= most, odds::toString);
    }

    @Test
    void atTheDensityOfRealSerialsNoneIsPassedAndNextToNoneScannedAgain() {
        for (String identifier : List.of("]d2", "]C1", "")) {
            Odds odds = odds("A-Z a-z 0-9, 10", MIXED, 10, 200_000, identifier);
            assertEquals(0, odds.passed());
            assertTrue(odds.rescanned() < 0.002, odds::toString);
        }
    }

    private static Odds odds(String name, String alphabet, int length, int issued, String identifier) {
        Random random = new Random(7);
        Set<String> serials = new HashSet<>();
        while (serials.size() < issued) {
            serials.add(serial(random, alphabet, length));
        }
        InMemoryRegistry registry = new InMemoryRegistry(LayoutCampaign.NOW);
        registry.apply(new Product(GTIN, null, null, "h", List.of(), Serialisation.SERIAL, null, null, null));
        List<String> all = List.copyOf(serials);
        for (int from = 0; from < all.size(); from += 100_000) {
            List<String> some = all.subList(from, Math.min(from + 100_000, all.size()));
            registry.apply(new Serials(GTIN, null, some, null, null, SerialStatus.ISSUED));
        }
        int passed = 0;
        int rescanned = 0;
        for (int i = 0; i < FORGED; i++) {
            String forged = serial(random, alphabet, length);
            while (serials.contains(forged)) {
                forged = serial(random, alphabet, length);
            }
            Reading reading = LayoutCampaign.read(identifier + "01" + GTIN + "21" + forged, registry, null);
            passed += reading.certainty() == Certainty.REPAIRED ? 1 : 0;
            rescanned += reading.certainty() == Certainty.DOUBTFUL ? 1 : 0;
        }
        Odds odds = new Odds(
                issued / Math.pow(alphabet.length(), length), passed / (double) FORGED, rescanned / (double) FORGED);
        System.out.printf(
                Locale.ROOT,
                "forged serials of %-16s %-3s %7d issued, density %.1e: passed %.2f %%, RESCAN %.2f %% of %d%n",
                name,
                identifier,
                issued,
                odds.density(),
                100 * odds.passed(),
                100 * odds.rescanned(),
                FORGED);
        return odds;
    }

    private static String serial(Random random, String alphabet, int length) {
        StringBuilder serial = new StringBuilder();
        for (int i = 0; i < length; i++) {
            serial.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return serial.toString();
    }
}
