package org.quaymark.sim.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.quaymark.process.settings.BadUsage;

/**
 * What goes wrong between a device and the broker, as shares of the scans.
 *
 * @param drop verdicts that the device throws away, and asks again
 * @param duplicate scans that are sent twice
 * @param reorder scans that are held back for a while
 */
public record Faults(double drop, double duplicate, double reorder) {
    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(0, 0, 0);

    private static final Set<String> KNOWN = Set.of("drop", "duplicate", "reorder");

    /**
     * Reads {@code drop=0.01,duplicate=0.02,reorder=0.01}.
     *
     * @throws BadUsage where it is not of that form
     */
    static Faults parse(String text) {
        Map<String, Double> shares = new HashMap<>();
        for (String part : text.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length != 2 || !KNOWN.contains(pair[0])) {
                throw new BadUsage("--faults: '" + part + "' is none of drop=, duplicate=, reorder=");
            }
            shares.put(pair[0], share(part, pair[1]));
        }
        return new Faults(
                shares.getOrDefault("drop", 0.0),
                shares.getOrDefault("duplicate", 0.0),
                shares.getOrDefault("reorder", 0.0));
    }

    private static double share(String part, String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new BadUsage("--faults: '" + part + "' is not a share from 0 to below 1", e);
        }
        throw new BadUsage("--faults: '" + part + "' is not a share from 0 to below 1");
    }
}
