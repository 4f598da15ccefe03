package org.quaymark.inspection.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.Element;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Unit;

/**
 * The issued items of which one text may come where characters have become one another: upper case and lower case on a scanner
 * that sends one case only (F2), letters of a keyboard whose script has none. There are too many texts to make each, but only
 * as many serials as the registry can be asked for, and a unit says which lot it is of.
 */
final class Lookalikes {
    /** Looks at the registry for one text: twelve letters in doubt. */
    static final int MAX_LOOKS = 4_096;

    private final Registry registry;
    private final Function<Character, String> alternatives;
    private int looks;

    /** {@code alternatives}: every character that may have been printed where one is, itself among them. */
    Lookalikes(Registry registry, Function<Character, String> alternatives) {
        this.registry = registry;
        this.alternatives = alternatives;
    }

    /**
     * The texts of issued items among all that may have been printed.
     *
     * @param printed with the symbology identifier of the text they were made from
     * @param complete false where there were too many to ask for
     */
    record Found(Set<Envelope> printed, boolean complete) {}

    /** @param one any of the texts that may have been printed, and what it says */
    Found of(Envelope one, Interpretation says) {
        Set<Envelope> printed = new LinkedHashSet<>();
        String gtin = says.identification().gtin();
        Product product = gtin == null ? null : registry.product(gtin);
        if (gtin == null || product == null || says.kind() != CodeKind.ELEMENT_STRING) {
            return new Found(printed, true);
        }
        Element serial = element(says, "21");
        Element lot = element(says, "10");
        if (product.serialisation() == Serialisation.SERIAL && serial != null) {
            each(serial.value(), value -> {
                Unit unit = registry.unit(gtin, value);
                if (unit != null) {
                    addUnit(gtin, with(one, serial, value), lot, unit, printed);
                }
            });
        } else if (product.serialisation() != Serialisation.SERIAL && lot != null) {
            each(lot.value(), value -> {
                if (registry.batch(gtin, value) != null) {
                    printed.add(with(one, lot, value));
                }
            });
        }
        return new Found(printed, looks <= MAX_LOOKS);
    }

    private void addUnit(String gtin, Envelope found, @Nullable Element lot, Unit unit, Set<Envelope> printed) {
        String issuedUnder = unit.lot();
        if (lot == null) {
            printed.add(found);
        } else if (issuedUnder != null) {
            if (looksLike(lot.value(), issuedUnder)) {
                printed.add(with(found, lot, issuedUnder));
            }
        } else {
            each(lot.value(), value -> {
                if (registry.batch(gtin, value) != null) {
                    printed.add(with(found, lot, value));
                }
            });
        }
    }

    private boolean looksLike(String text, String other) {
        boolean alike = text.length() == other.length();
        for (int i = 0; alike && i < text.length(); i++) {
            alike = alternatives.apply(text.charAt(i)).indexOf(other.charAt(i)) >= 0;
        }
        return alike;
    }

    private interface Look {
        void at(String value);
    }

    private void each(String text, Look look) {
        long ways = 1;
        for (int i = 0; i < text.length() && ways <= MAX_LOOKS; i++) {
            ways *= alternatives.apply(text.charAt(i)).length();
        }
        if (looks + ways > MAX_LOOKS) {
            looks = MAX_LOOKS + 1;
        } else {
            looks += (int) ways;
            each(new StringBuilder(text), 0, look);
        }
    }

    private void each(StringBuilder text, int from, Look look) {
        if (from == text.length()) {
            look.at(text.toString());
            return;
        }
        char came = text.charAt(from);
        String may = alternatives.apply(came);
        for (int i = 0; i < may.length(); i++) {
            text.setCharAt(from, may.charAt(i));
            each(text, from + 1, look);
        }
        text.setCharAt(from, came);
    }

    private static @Nullable Element element(Interpretation says, String ai) {
        return says.elements().stream()
                .filter(candidate -> candidate.ai().equals(ai))
                .findFirst()
                .orElse(null);
    }

    private static Envelope with(Envelope text, Element element, String value) {
        int at = element.position() + element.ai().length();
        String data = text.data();
        return new Envelope(text.symbology(), data.substring(0, at) + value + data.substring(at + value.length()));
    }
}
