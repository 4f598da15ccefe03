package org.quaymark.edge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;

/** What this edge remembers of earlier tries, for the last few thousand parcels and devices. Thread-safe. */
final class SiteHistory implements History {
    private static final int MOST_REMEMBERED = 5_000;
    private static final String DAMAGED_LABEL = "DAMAGED-LABEL";

    private final Map<String, Attempts> attempts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private final @Nullable String country;
    private final Devices known;

    /**
     * @param country of the site, as this edge was told it
     * @param known what the site's devices do to codes
     */
    SiteHistory(@Nullable String country, Devices known) {
        this.country = country;
        this.known = known;
    }

    @Override
    public @Nullable CalibratedDevice calibration(Scan scan) {
        return known.calibration(scan);
    }

    private static final class Attempts {
        private final Set<String> devices = new LinkedHashSet<>();
        private int rescans;
        private boolean labelDamaged;
        /** What the last of them was about: the parcel, where it was known. */
        private String about = "";
    }

    @Override
    public synchronized Tries tries(Scan scan, Identification identified) {
        Attempts before = attempts.get(key(scan, identified.parcel()));
        return before == null
                ? Tries.NONE
                : new Tries(before.rescans, List.copyOf(before.devices), before.labelDamaged);
    }

    @Override
    public @Nullable String country(Scan scan) {
        return country;
    }

    /** Takes in a verdict just given. */
    synchronized void decided(Scan scan, Verdict verdict) {
        Set<String> keys = new LinkedHashSet<>();
        String about = key(scan, verdict.identified().parcel());
        keys.add(deviceKey(scan.site(), scan.dock(), scan.device()));
        keys.add(about);
        for (String key : keys) {
            if (verdict.verdict() == Effect.RESCAN) {
                Attempts tries = attempts.computeIfAbsent(key, k -> new Attempts());
                tries.rescans++;
                tries.devices.add(scan.device());
                tries.about = about;
            } else {
                attempts.remove(key);
            }
        }
    }

    /** Takes in what a worker answered: about the last scan of the device, and so about its parcel where that is known. */
    synchronized void noted(Draft.Action action) {
        if (action.action().equals(DAMAGED_LABEL)) {
            DeviceId device = action.device();
            Attempts tries = attempts.computeIfAbsent(
                    deviceKey(device.site(), device.dock(), device.device()), k -> new Attempts());
            tries.labelDamaged = true;
            Attempts parcel = attempts.get(tries.about);
            if (parcel != null) {
                parcel.labelDamaged = true;
            }
        }
    }

    /** Takes up where the last process ended. */
    void resume(List<JournalEntry.Sighting> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            decided(newestFirst.get(i).scan(), newestFirst.get(i).verdict());
        }
    }

    private static String key(Scan scan, @Nullable String identifiedParcel) {
        String parcel = identifiedParcel != null ? identifiedParcel : scan.parcel();
        return parcel != null ? "parcel " + parcel : deviceKey(scan.site(), scan.dock(), scan.device());
    }

    private static String deviceKey(String site, String dock, String device) {
        return "device " + site + "/" + dock + "/" + device;
    }
}
