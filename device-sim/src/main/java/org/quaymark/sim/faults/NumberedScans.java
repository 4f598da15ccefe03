package org.quaymark.sim.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quaymark.sim.scenario.ScanLine;

/**
 * Scans that each have a number of their own, and a registry that tells them apart: every one is of another unit, most were
 * issued, some never were, and each has one right verdict however often it is asked for.
 */
final class NumberedScans {
    private static final String GTIN = "09506000134352";
    private static final int DEVICES = 8;
    private static final int NEVER_ISSUED_EVERY = 97;
    private static final String REGISTRY = """
            {"type":"party","id":"acme","name":"Acme AG","roles":["rights-holder"],"country":"CH","status":"active"}
            {"type":"prefix","prefix":"9506000","holder":"acme"}
            {"type":"product","gtin":"09506000134352","brand":"Acme","name":"Trail Runner 3","holder":"acme","serialisation":"serial"}
            {"type":"batch","gtin":"09506000134352","lot":"ABC123","markets":["WW"],"quantity":90000000,"status":"released"}
            {"type":"serials","gtin":"09506000134352","lot":"ABC123","from":"00000000","to":"89999999","status":"issued"}
            """;

    private NumberedScans() {}

    static void writeRegistry(Path file) throws IOException {
        Files.writeString(file, REGISTRY);
    }

    /** So many scans of a site, numbered from there. */
    static List<ScanLine> of(String site, int first, int count) {
        List<ScanLine> scans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = first + i;
            String id = "F-" + number;
            String payload = "{\"id\":\"" + id + "\",\"codes\":[{\"data\":\"01" + GTIN + "10ABC123\\u001d21"
                    + serial(id) + "\",\"symbology\":\"]d2\"}]}";
            scans.add(new ScanLine(
                    id, Instant.EPOCH, site, "dock-" + number % DEVICES, "hand-" + number % DEVICES, payload, null, 0));
        }
        return scans;
    }

    /** The serial on a scan's label. */
    static String serial(String scan) {
        int number = Integer.parseInt(scan.substring(2));
        return "%d%07d".formatted(number % NEVER_ISSUED_EVERY == 0 ? 9 : 0, number);
    }

    /** The verdict that is right for a number. */
    static String expected(String scan) {
        int number = Integer.parseInt(scan.substring(2));
        return number % NEVER_ISSUED_EVERY == 0 ? "HOLD" : "PASS";
    }
}
