package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/**
 * What real keyboard layouts make of real labels, in a registry full of serials that look like the printed ones: never is a
 * wrong item taken for sure, and what cannot be proved is read again.
 */
class LayoutPairsTest {
    private static final Path FILE = Path.of("..", "..", "shared", "data", "scanner-layout-pairs.jsonl");
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final String GTIN = "02519919442835";
    private static final int NEAR_MISSES = 10_000;
    private static final String CSET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    private record Pair(String reported, String printed, Identification truth) {
        boolean isDistorted() {
            return !reported.equals(printed);
        }
    }

    @Test
    void neverTakesAnotherItemForSureAmongTenThousandNearMisses() throws Exception {
        assertTrue(repairedAmong(NearMisses.CHARACTERS_OFF) >= 0.85);
    }

    /** The worst registry there can be: every printed serial's y/z twin and case twin is issued too. */
    @Test
    void neverTakesATwinForSureWhereEveryTwinIsIssued() throws Exception {
        assertTrue(repairedAmong(NearMisses.AND_TWINS) >= 0.75);
    }

    private enum NearMisses {
        NO_SERIALS,
        CHARACTERS_OFF,
        AND_TWINS
    }

    private static double repairedAmong(NearMisses nearMisses) throws IOException {
        List<Pair> pairs = pairs();
        InMemoryRegistry registry = registryOf(pairs, nearMisses);
        int distorted = 0;
        int repaired = 0;
        List<String> wrong = new ArrayList<>();
        for (Pair pair : pairs) {
            Reading reading = read(pair.reported(), registry);
            boolean right = reading.isSure() && pair.truth().equals(reading.identification());
            if (reading.isSure() && !right) {
                wrong.add(reading.certainty() + " " + pair);
            }
            if (pair.isDistorted()) {
                distorted++;
                repaired += right ? 1 : 0;
            } else {
                assertTrue(right, pair.reported());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "public layout pairs, near-misses %s: %d of %d distorted repaired (%.1f %%), the rest RESCAN; taken wrongly %d; %d near-misses registered%n",
                nearMisses,
                repaired,
                distorted,
                100.0 * repaired / distorted,
                wrong.size(),
                NEAR_MISSES);
        assertEquals(List.of(), wrong);
        return (double) repaired / distorted;
    }

    @Test
    void takesNothingDistortedForSureThatTheRegistryDoesNotKnow() throws Exception {
        List<Pair> pairs = pairs();
        InMemoryRegistry registry = registryOf(pairs, NearMisses.NO_SERIALS);
        List<Pair> taken = pairs.stream()
                .filter(Pair::isDistorted)
                .filter(pair -> {
                    Reading reading = read(pair.reported(), registry);
                    return reading.certainty() == Certainty.REPAIRED
                            || (reading.isSure() && !pair.truth().equals(reading.identification()));
                })
                .toList();
        assertEquals(List.of(), taken);
    }

    private static List<Pair> pairs() throws IOException {
        assumeTrue(Files.exists(FILE), "the public pairs are not here");
        ObjectMapper mapper = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            JsonNode node = mapper.readTree(line);
            String printed = node.get("true").asText();
            pairs.add(new Pair(
                    node.get("reported").asText(),
                    printed,
                    read(printed, new InMemoryRegistry()).identification()));
        }
        return pairs;
    }

    private static InMemoryRegistry registryOf(List<Pair> pairs, NearMisses nearMisses) {
        InMemoryRegistry registry = new InMemoryRegistry(NOW);
        registry.apply(new Product(GTIN, null, null, "h", List.of(), Serialisation.SERIAL, null, null, null));
        Set<Identification> printed = new LinkedHashSet<>();
        pairs.forEach(pair -> printed.add(pair.truth()));
        for (Identification truth : printed) {
            String lot = Objects.requireNonNull(truth.lot());
            String serial = Objects.requireNonNull(truth.serial());
            registry.apply(new Batch(GTIN, lot, truth.expiry(), null, null, List.of(), null, BatchStatus.RELEASED));
            if (nearMisses != NearMisses.NO_SERIALS) {
                registry.apply(new Serials(GTIN, lot, List.of(serial), null, null, SerialStatus.ISSUED));
                registry.apply(new Serials(
                        GTIN,
                        lot,
                        nearMisses(serial, NEAR_MISSES / printed.size(), nearMisses),
                        null,
                        null,
                        SerialStatus.ISSUED));
            }
        }
        return registry;
    }

    /** The case twin, the y/z twin, and one or a few characters off, at random. */
    private static List<String> nearMisses(String serial, int count, NearMisses kind) {
        Set<String> twins = new LinkedHashSet<>();
        Random random = new Random(serial.hashCode());
        if (kind == NearMisses.AND_TWINS) {
            twins.add(swapped(serial, "yzYZ", "zyZY"));
            twins.add(swapped(serial, LOWER + UPPER, UPPER + LOWER));
        }
        while (twins.size() < count) {
            StringBuilder off = new StringBuilder(serial);
            // One character off while there are such left, then two.
            for (int i = 0; i <= twins.size() / 500; i++) {
                off.setCharAt(random.nextInt(serial.length()), CSET_82.charAt(random.nextInt(CSET_82.length())));
            }
            twins.add(off.toString());
        }
        twins.remove(serial);
        return List.copyOf(twins);
    }

    private static String swapped(String text, String from, String to) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            if (at >= 0) {
                out.setCharAt(i, to.charAt(at));
            }
        }
        return out.toString();
    }

    private static Reading read(String data, InMemoryRegistry registry) {
        return new Reader()
                .read(new Scan("s", NOW, "S", "d", "v", List.of(new Code(data, null)), null, null, null), registry);
    }
}
