package org.quaymark.edge.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/**
 * Attempts at reading, by parcel and by device, since the last verdict that was no RESCAN: of the last {@value #MOST} parcels and
 * devices, {@value #MOST_TRIES} each. Not thread-safe.
 */
final class Attempts {
    private static final int MOST = 5_000;
    private static final int MOST_TRIES = 32;

    private final Map<String, Tried> tried = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tried> eldest) {
            return size() > MOST;
        }
    };

    private static final class Tried {
        /** Device by scan: a scan that is delivered again is no second try. */
        private final Map<String, String> scans = new LinkedHashMap<>();

        private boolean labelDamaged;
        /** What the last of them was about: the parcel, where it was known. */
        private String about = "";
    }

    History.Tries before(Scan scan, @Nullable String parcel) {
        Tried before = tried.get(key(scan, parcel));
        if (before == null) {
            return History.Tries.NONE;
        }
        String own = scanKey(scan);
        List<String> devices = before.scans.entrySet().stream()
                .filter(try1 -> !try1.getKey().equals(own))
                .map(Map.Entry::getValue)
                .toList();
        return new History.Tries(devices.size(), devices.stream().distinct().toList(), before.labelDamaged);
    }

    void decided(Scan scan, Verdict verdict) {
        if (tried.isEmpty() && verdict.verdict() != Effect.RESCAN) {
            return;
        }
        String ofDevice = deviceKey(Sighted.deviceKey(scan.site(), scan.dock(), scan.device()));
        String ofParcel = key(scan, verdict.identified().parcel());
        decided(ofDevice, ofParcel, scan, verdict.verdict());
        if (!ofParcel.equals(ofDevice)) {
            decided(ofParcel, ofParcel, scan, verdict.verdict());
        }
    }

    private void decided(String key, String about, Scan scan, Effect verdict) {
        if (verdict != Effect.RESCAN) {
            tried.remove(key);
            return;
        }
        Tried tries = tried.computeIfAbsent(key, k -> new Tried());
        tries.about = about;
        if (tries.scans.size() < MOST_TRIES) {
            tries.scans.put(scanKey(scan), scan.device());
        }
    }

    /** About the last scan of the device, and so about its parcel where that is known. */
    void labelDamaged(String device) {
        Tried tries = tried.computeIfAbsent(deviceKey(device), k -> new Tried());
        tries.labelDamaged = true;
        Tried ofParcel = tried.get(tries.about);
        if (ofParcel != null) {
            ofParcel.labelDamaged = true;
        }
    }

    private static String scanKey(Scan scan) {
        return scan.device() + " " + scan.id();
    }

    private static String key(Scan scan, @Nullable String identifiedParcel) {
        String parcel = identifiedParcel != null ? identifiedParcel : scan.parcel();
        return parcel != null
                ? "parcel " + parcel
                : deviceKey(Sighted.deviceKey(scan.site(), scan.dock(), scan.device()));
    }

    private static String deviceKey(String device) {
        return "device " + Objects.requireNonNull(device);
    }
}
