package org.quaymark.inspection.reading.keyboard;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By which layouts a text's first characters are a distorted symbology identifier: {@code $dé} is {@code ]d2} on AZERTY. */
final class Fingerprints {
    /** AIM symbology identifiers (ISO/IEC 15424) in front of codes of goods. */
    static final List<String> IDENTIFIERS =
            List.of("]d2", "]C1", "]Q3", "]e0", "]d1", "]Q1", "]J1", "]E0", "]E4", "]I1", "]C0");

    private final Map<String, BitSet> layouts = new HashMap<>();
    private int longest;

    Fingerprints(List<KeyboardLayout> all) {
        for (int i = 0; i < all.size(); i++) {
            for (String identifier : IDENTIFIERS) {
                add(all.get(i).distort(identifier), i);
                add(all.get(i).distortShowingDeadKeys(identifier), i);
            }
        }
    }

    private void add(String start, int layout) {
        layouts.computeIfAbsent(start, unused -> new BitSet()).set(layout);
        longest = Math.max(longest, start.length());
    }

    /** Numbers of the layouts; none where the text begins with no identifier under any. */
    BitSet of(String reported) {
        BitSet found = new BitSet();
        for (int length = 2; length <= longest && length <= reported.length(); length++) {
            BitSet some = layouts.get(reported.substring(0, length));
            if (some != null) {
                found.or(some);
            }
        }
        return found;
    }
}
