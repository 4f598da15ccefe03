package org.quaymark.inspection.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.PartyStatus;

/** The consignor, or the lot's supplier, is a suspended party. The one is known of the parcel, the other of the item. */
final class ConsignorSuspended implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.CONSIGNOR_SUSPENDED;
    }

    @Override
    public Subject subject() {
        return Subject.SHIPMENT;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        List<Found> found = new ArrayList<>();
        String consignor = c.consignor();
        if (isSuspended(c, consignor)) {
            Map<String, String> detail = new LinkedHashMap<>();
            Circumstances.put(detail, "consignor", consignor);
            Circumstances.put(detail, "parcel", c.identified().parcel());
            found.add(new Found(detail));
        }
        Batch batch = c.batch();
        String supplier = batch == null ? null : batch.supplier();
        if (isSuspended(c, supplier) && supplier != null && !supplier.equals(consignor)) {
            Map<String, String> detail = c.detail();
            detail.put("supplier", supplier);
            found.add(Found.about(Subject.ITEM, detail));
        }
        return found;
    }

    private static boolean isSuspended(Circumstances c, @Nullable String id) {
        Party party = id == null ? null : c.registry().party(id);
        return party != null && party.status() == PartyStatus.SUSPENDED;
    }
}
