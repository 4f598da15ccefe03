package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same GTIN and serial on another parcel, with no release or return between. A parcel may go by a postal number here and by
 * the number of its logistic unit there, so one of each kind are not said to differ.
 */
final class SerialReused implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.SERIAL_REUSED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        List<String> here = c.reading().parcels();
        List<History.Seen> sightings = c.sightings();
        for (int i = sightings.size() - 1; i >= 0; i--) {
            History.Seen seen = sightings.get(i);
            if (seen.closed()) {
                return List.of();
            }
            if (isAnother(seen.parcel(), here)) {
                return List.of(new Found(detail(c, seen)));
            }
        }
        return List.of();
    }

    private static boolean isAnother(@Nullable String parcel, List<String> here) {
        return parcel != null
                && !here.contains(parcel)
                && here.stream().anyMatch(number -> isLogisticUnit(number) == isLogisticUnit(parcel));
    }

    private static boolean isLogisticUnit(String parcel) {
        return parcel.length() == 18 && parcel.chars().allMatch(ch -> ch >= '0' && ch <= '9');
    }

    private static Map<String, String> detail(Circumstances c, History.Seen seen) {
        Map<String, String> detail = c.detail();
        Circumstances.put(detail, "parcel", c.identified().parcel());
        Circumstances.put(detail, "otherParcel", seen.parcel());
        detail.put("otherScan", seen.scan());
        detail.put("otherSite", seen.site());
        detail.put("otherAt", seen.at().toString());
        return detail;
    }
}
