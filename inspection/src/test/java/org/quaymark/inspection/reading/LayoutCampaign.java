package org.quaymark.inspection.reading;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.Calibration;
import org.quaymark.inspection.reading.keyboard.CalibrationOutcome;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.reading.keyboard.MeasuredPairs;
import org.quaymark.inspection.registry.InMemoryRegistry;

/**
 * What keyboard layouts make of labels, read against a registry full of serials that look like the printed ones. Prints a
 * table:
 *
 * <pre>mvn -q -pl inspection test -Dtest=LayoutCampaignTest</pre>
 */
final class LayoutCampaign {
    static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");

    static final long OWN_LABELS = Long.MAX_VALUE;

    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** A label under a layout; {@code shown} where the receiving program shows dead keys as NUL. */
    record Arrived(KeyboardLayout layout, boolean shown, String printed, String reported) {
        boolean isDistorted() {
            return !reported.equals(printed);
        }

        String arriving(String text) {
            return shown ? layout.distortShowingDeadKeys(text) : layout.distort(text);
        }

        boolean swallowsALetterOrDigit() {
            return LETTERS_AND_DIGITS
                    .chars()
                    .anyMatch(c -> layout.distort(String.valueOf((char) c)).isEmpty());
        }
    }

    private final String name;
    private final List<Arrived> arrived;
    private final Map<String, Identification> truths = new HashMap<>();
    private final int serials;
    private final Map<String, Optional<CalibratedDevice>> devices = new HashMap<>();

    private LayoutCampaign(String name, List<Arrived> arrived) {
        this.name = name;
        this.arrived = arrived;
        InMemoryRegistry nothing = new InMemoryRegistry();
        for (Arrived one : arrived) {
            truths.computeIfAbsent(
                    one.printed(), text -> read(text, nothing, null).identification());
        }
        serials = new HashSet<>(truths.values()).size();
    }

    /** The public pairs, as they were measured. */
    static LayoutCampaign publicPairs() throws IOException {
        return new LayoutCampaign(
                "public pairs",
                MeasuredPairs.read().stream()
                        .map(pair -> new Arrived(pair.layout(), true, pair.printed(), pair.reported()))
                        .toList());
    }

    /**
     * Every layout of the table that the public pairs have not, dead keys shown and not.
     *
     * @param sets of labels that the layouts take in turn: with few of them the near-misses of each serial are dense, with
     *     {@link #OWN_LABELS} every layout has labels of its own, as in the public pairs
     */
    static LayoutCampaign madePairs(String name, int labels, String identifier, long sets) {
        List<Arrived> arrived = new ArrayList<>();
        Set<String> measured = MeasuredPairs.layouts();
        long seed = 0;
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            if (measured.contains(layout.name())) {
                continue;
            }
            for (String printed : NearMisses.labels(labels, identifier, ++seed % sets)) {
                arrived.add(new Arrived(layout, false, printed, layout.distort(printed)));
                String shown = layout.distortShowingDeadKeys(printed);
                if (!shown.equals(layout.distort(printed))) {
                    arrived.add(new Arrived(layout, true, printed, shown));
                }
            }
        }
        return new LayoutCampaign(name, arrived);
    }

    /** What came of it. */
    static final class Tally {
        int distorted;
        int repaired;

        /** Not read, and nobody can: another issued label arrives as the same text. */
        int undecidable;

        /** Not read, and the self-test codes taught nothing for sure. */
        int unlearned;

        /** Not read, and the layout swallows letters or digits of the label; of that what is counted above, too. */
        int swallowed;

        /** Under layouts that make something of every letter and digit. */
        int whole;

        int wholeRepaired;

        int undistorted;
        int undistortedRight;
        final List<String> accepted = new ArrayList<>();
        final List<String> accused = new ArrayList<>();

        /** Not issued, and held as another serial that is not issued either. */
        final List<String> misnamed = new ArrayList<>();

        final List<String> missed = new ArrayList<>();

        double repairedShare() {
            return share(repaired, distorted);
        }

        /** Of those that no other issued label arrives like: the most that anybody could read. */
        double decidedShare() {
            return share(repaired, distorted - undecidable);
        }

        double wholeShare() {
            return share(wholeRepaired, whole);
        }

        private static double share(int part, int of) {
            return of == 0 ? 1 : (double) part / of;
        }
    }

    Tally run(NearMisses nearMisses, boolean calibrated) {
        InMemoryRegistry registry = nearMisses.registry(new LinkedHashSet<>(truths.values()));
        Tally tally = new Tally();
        for (Arrived one : arrived) {
            Identification truth = Objects.requireNonNull(truths.get(one.printed()));
            Reading reading = read(one.reported(), registry, calibrated ? device(one) : null);
            boolean right = reading.isSure() && truth.equals(reading.identification());
            if (one.isDistorted()) {
                tally.distorted++;
                tally.repaired += right ? 1 : 0;
                boolean swallows = one.swallowsALetterOrDigit();
                tally.whole += swallows ? 0 : 1;
                tally.wholeRepaired += right && !swallows ? 1 : 0;
                if (!right) {
                    tally.undecidable += isUndecidable(one, truth, nearMisses) ? 1 : 0;
                    tally.unlearned += calibrated && device(one) == null ? 1 : 0;
                    tally.swallowed += swallows ? 1 : 0;
                    tally.missed.add(one.layout() + " " + one.reported() + " for " + one.printed());
                }
            } else {
                tally.undistorted++;
                tally.undistortedRight += right ? 1 : 0;
            }
            boolean known = nearMisses.issues(truth);
            if (reading.isSure() && (!right || (!known && reading.certainty() == Certainty.REPAIRED))) {
                boolean taken = reading.certainty() == Certainty.REPAIRED || isIssued(reading, registry);
                (taken ? tally.accepted : known ? tally.accused : tally.misnamed)
                        .add(one.layout() + " " + one.reported() + " for " + one.printed());
            }
        }
        print(nearMisses, calibrated, tally);
        return tally;
    }

    private void print(NearMisses nearMisses, boolean calibrated, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "%-32s %-35s %-12s %5d distorted: right %5.1f %% (%d of the rest arrive as another issued label does, so at"
                        + " most %.1f %%; of what can be told apart %.1f %%; calibration refused %d, letters or digits"
                        + " swallowed %d; under layouts that swallow none %.1f %%); wrongly accepted %d, wrongly accused %d,"
                        + " held under another serial %d, the rest RESCAN%n",
                name,
                nearMisses.title(),
                calibrated ? "calibrated" : "uncalibrated",
                tally.distorted,
                100 * tally.repairedShare(),
                tally.undecidable,
                100 * Tally.share(tally.distorted - tally.undecidable, tally.distorted),
                100 * tally.decidedShare(),
                tally.unlearned,
                tally.swallowed,
                100 * tally.wholeShare(),
                tally.accepted.size(),
                tally.accused.size(),
                tally.misnamed.size());
    }

    private boolean isUndecidable(Arrived one, Identification truth, NearMisses nearMisses) {
        return nearMisses.labelsLike(one.printed(), truth, serials).stream()
                .map(one::arriving)
                .anyMatch(one.reported()::equals);
    }

    private static boolean isIssued(Reading reading, InMemoryRegistry registry) {
        String gtin = reading.identification().gtin();
        String serial = reading.identification().serial();
        return gtin == null || serial == null || registry.unit(gtin, serial) != null;
    }

    /** Null where the self-test codes teach nothing for sure. */
    private @Nullable CalibratedDevice device(Arrived one) {
        return devices.computeIfAbsent(one.layout() + " " + one.shown(), key -> {
                    List<String> codes = CalibrationSheet.codes().stream()
                            .map(code -> one.arriving("]d1" + code))
                            .toList();
                    return Calibration.learn(codes) instanceof CalibrationOutcome.Learned learned
                            ? Optional.of(new CalibratedDevice(learned.profile()))
                            : Optional.empty();
                })
                .orElse(null);
    }

    static Reading read(String data, InMemoryRegistry registry, @Nullable CalibratedDevice device) {
        Scan scan = new Scan("s", NOW, "S", "d", "v", List.of(new Code(data, null)), null, null, null);
        return new Reader().read(scan, registry, device);
    }
}
