package org.quaymark.inspection.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.gs1.Gs1Date;

/** From elements to what an item is. */
final class Identifications {
    private static final int GTIN_LENGTH = 14;

    private Identifications() {}

    static Identification gtin(String gtin) {
        return new Identification(gtin, null, null, null, null, null);
    }

    static Identification parcel(String parcel, @Nullable String sscc) {
        return new Identification(null, null, null, null, sscc, parcel);
    }

    static Identification of(ElementString elements, LocalDate scanned) {
        String sscc = elements.get("00");
        return new Identification(
                gtin(elements), elements.get("10"), elements.get("21"), expiry(elements, scanned), sscc, sscc);
    }

    /** The item itself; else a piece of it (8006); else what a logistic unit holds (02). */
    private static @Nullable String gtin(ElementString elements) {
        String gtin = elements.get("01");
        if (gtin == null) {
            String piece = elements.get("8006");
            gtin = piece == null ? elements.get("02") : piece.substring(0, GTIN_LENGTH);
        }
        return gtin;
    }

    private static @Nullable LocalDate expiry(ElementString elements, LocalDate scanned) {
        String date = elements.get("17");
        if (date == null) {
            String withTime = elements.get("7003");
            date = withTime == null ? null : withTime.substring(0, 6);
        }
        return date == null ? null : Gs1Date.resolve(date, scanned);
    }

    static boolean isExpiryDayOpen(ElementString elements) {
        String date = elements.get("17");
        return date != null && Gs1Date.isMonthOnly(date);
    }

    static boolean namesAnItem(ElementString elements) {
        return gtin(elements) != null || elements.get("00") != null;
    }
}
