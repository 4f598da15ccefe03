package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.gs1.Splits;

/** F11 to F13: every GS is gone, and fields of variable length have run into what follows them. */
final class SeparatorLost implements Undo {
    @Override
    public List<Undone> undo(Envelope code) {
        boolean mayBeGs1 = code.carrier().isGs1()
                || code.carrier() == Carrier.UNKNOWN
                || code.carrier() == Carrier.CODE_128
                || code.carrier() == Carrier.DATA_MATRIX
                || code.carrier() == Carrier.QR;
        // A scanner that delivered one GS delivers them all.
        if (!mayBeGs1 || code.data().indexOf(ElementString.GS) >= 0) {
            return List.of();
        }
        List<Undone> found = new ArrayList<>();
        for (String separated : Splits.of(code.data())) {
            if (!separated.equals(code.data())) {
                found.add(new Undone(new Envelope(code.symbology(), separated), ScannerFault.SEPARATOR_LOST));
            }
        }
        return found;
    }
}
