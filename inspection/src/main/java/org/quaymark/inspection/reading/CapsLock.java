package org.quaymark.inspection.reading;

import java.util.List;

/** F1: every letter arrives in the other case, in the symbology identifier too ({@code ]D2} for {@code ]d2}). */
final class CapsLock implements Undo {
    @Override
    public List<Undone> undo(Envelope code) {
        String symbology = code.symbology();
        // An identifier that came right proves that the keyboard was, unless a driver put it there.
        Envelope inverted = new Envelope(
                code.carrier() == Carrier.DISTORTED && symbology != null ? inverted(symbology) : symbology,
                inverted(code.data()));
        return inverted.equals(code) ? List.of() : List.of(new Undone(inverted, ScannerFault.CAPS_LOCK));
    }

    /** The text with each letter in the other case. */
    static String inverted(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                out[i] = (char) (c ^ 0x20);
            }
        }
        return new String(out);
    }
}
