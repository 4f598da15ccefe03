package org.quaymark.inspection.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** Which serials are issued besides those on the labels. */
enum NearMisses {
    /** None at all, those on the labels neither; the lots are known. */
    NO_SERIALS("no serial issued"),
    /** Ten thousand that are a character or two off. */
    CHARACTERS_OFF("10,000 a character off"),
    /** The same, and of every printed serial its case twin and its y/z twin. */
    AND_TWINS("10,000 off, every case and y/z twin");

    static final int COUNT = 10_000;

    private static final String GTIN = "02519919442835";
    private static final String CSET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    private final String title;

    NearMisses(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Labels like those of the public pairs: GTIN, serial of 12 characters, lot of 8, expiry. */
    static List<String> labels(int count, String identifier, long seed) {
        Random random = new Random(seed);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(identifier + "01" + GTIN + "21" + any(random, 12) + "\u001d10" + any(random, 8) + "\u001d1725020"
                    + (1 + random.nextInt(9)));
        }
        return labels;
    }

    private static String any(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CSET_82.charAt(random.nextInt(CSET_82.length())));
        }
        return text.toString();
    }

    boolean issues(Identification printed) {
        return this != NO_SERIALS && printed.serial() != null;
    }

    InMemoryRegistry registry(Set<Identification> printed) {
        InMemoryRegistry registry = new InMemoryRegistry(LayoutCampaign.NOW);
        registry.apply(new Product(GTIN, null, null, "h", List.of(), Serialisation.SERIAL, null, null, null));
        for (Identification truth : printed) {
            String lot = Objects.requireNonNull(truth.lot());
            String serial = Objects.requireNonNull(truth.serial());
            LocalDate expiry = truth.expiry();
            registry.apply(new Batch(GTIN, lot, expiry, null, null, List.of(), null, BatchStatus.RELEASED));
            if (this != NO_SERIALS) {
                registry.apply(new Serials(GTIN, lot, List.of(serial), null, null, SerialStatus.ISSUED));
                registry.apply(
                        new Serials(GTIN, lot, of(serial, COUNT / printed.size()), null, null, SerialStatus.ISSUED));
            }
        }
        return registry;
    }

    /** The labels of the near-misses of one printed serial, as they would be printed. */
    List<String> labelsLike(String printed, Identification truth, int printedSerials) {
        String serial = Objects.requireNonNull(truth.serial());
        return this == NO_SERIALS
                ? List.of()
                : of(serial, COUNT / printedSerials).stream()
                        .map(twin -> printed.replace("21" + serial + "\u001d", "21" + twin + "\u001d"))
                        .toList();
    }

    /** The twins, then one or a few characters off, at random. */
    private List<String> of(String serial, int count) {
        Set<String> twins = new LinkedHashSet<>();
        Random random = new Random(serial.hashCode());
        if (this == AND_TWINS) {
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
}
