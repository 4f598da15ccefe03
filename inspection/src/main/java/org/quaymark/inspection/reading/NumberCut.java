package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import org.quaymark.inspection.gs1.Gtin;

/** F23, F24: a trade item number lost its leading zeros, or its check digit, with a zero put in front to fill the place. */
final class NumberCut implements Undo {
    private static final int UPC = 12;
    private static final int EAN = 13;

    @Override
    public List<Undone> undo(Envelope code) {
        String data = code.data();
        boolean number = data.length() >= 9
                && data.length() <= EAN
                && data.chars().allMatch(c -> c >= '0' && c <= '9')
                && Gtin.normalise(data) == null;
        if (!number) {
            return List.of();
        }
        List<Undone> found = new ArrayList<>();
        if (data.length() < UPC) {
            add(code, "0".repeat(UPC - data.length()) + data, found);
        }
        if (data.startsWith("0") && data.length() == EAN) {
            for (char check = '0'; check <= '9'; check++) {
                add(code, data.substring(1) + check, found);
            }
        }
        return found;
    }

    private static void add(Envelope code, String number, List<Undone> found) {
        if (Gtin.normalise(number) != null) {
            found.add(new Undone(new Envelope(code.symbology(), number), ScannerFault.NUMBER_CUT));
        }
    }
}
