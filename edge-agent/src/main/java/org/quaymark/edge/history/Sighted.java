package org.quaymark.edge.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;

/**
 * A unit that can be told apart was scanned.
 *
 * @param device {@code site/dock/device}
 * @param lot as the label says
 * @param closed whether a worker let the goods go after it
 */
record Sighted(
        String gtin,
        String serial,
        @Nullable String lot,
        String scan,
        Instant at,
        String site,
        String device,
        @Nullable String parcel,
        @Nullable String sscc,
        boolean closed) {
    /** What a verdict says was seen; null where its unit is in doubt or cannot be told apart. */
    static @Nullable Sighted of(Scan scan, Verdict verdict) {
        Identification item = verdict.identified();
        if (item.gtin() == null || item.serial() == null) {
            return null;
        }
        return new Sighted(
                item.gtin(),
                item.serial(),
                item.lot(),
                scan.id(),
                scan.at(),
                scan.site(),
                deviceKey(scan.site(), scan.dock(), scan.device()),
                item.parcel(),
                item.sscc(),
                false);
    }

    static String deviceKey(String site, String dock, String device) {
        return site + "/" + dock + "/" + device;
    }

    boolean isOf(String device, String scan) {
        return this.device.equals(device) && this.scan.equals(scan);
    }

    /** The same, after a worker let the goods go. */
    Sighted asClosed() {
        return new Sighted(gtin, serial, lot, scan, at, site, device, parcel, sscc, true);
    }

    History.Seen seen() {
        return new History.Seen(
                scan,
                at,
                site,
                device.substring(device.lastIndexOf('/') + 1),
                parcel != null ? parcel : sscc,
                0,
                closed);
    }
}
