package org.quaymark.inspection.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.Element;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Unit;

/**
 * The issued items of which one text may come where characters have become one another, upper case and lower case on a scanner
 * that sends one case only (F2), letters of a keyboard whose script has none; or where some got lost on the way (F32). There are
 * too many texts to make each, but only as many serials as the registry can be asked for, and a unit says which lot it is of.
 */
final class Lookalikes {
    /** Looks at the registry for one text: twelve letters in doubt. */
    static final int MAX_LOOKS = 4_096;

    private final Registry registry;
    private final Variants variants;

    /** {@code alternatives}: every character that may have been printed where one is, itself among them. */
    Lookalikes(Registry registry, Function<Character, String> alternatives) {
        this(registry, new Variants(alternatives, "", MAX_LOOKS));
    }

    /** The looks of all that is asked of it are counted together. */
    Lookalikes(Registry registry, Variants variants) {
        this.registry = registry;
        this.variants = variants;
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
            variants.each(serial.value(), value -> {
                Unit unit = registry.unit(gtin, value);
                if (unit != null) {
                    lots(gtin, lot, unit, issuedUnder -> printed.add(with(one, serial, value, lot, issuedUnder)));
                }
            });
        } else if (product.serialisation() != Serialisation.SERIAL && lot != null) {
            knownLots(gtin, lot, value -> printed.add(with(one, lot, value)));
        }
        return new Found(printed, variants.complete());
    }

    /** The lots that may be on the label beside a unit's serial; an empty one where the label has none. */
    private void lots(String gtin, @Nullable Element lot, Unit unit, Consumer<String> each) {
        String issuedUnder = unit.lot();
        if (lot == null) {
            each.accept("");
        } else if (issuedUnder == null) {
            knownLots(gtin, lot, each);
        } else if (variants.has(lot.value(), issuedUnder)) {
            each.accept(issuedUnder);
        }
    }

    private void knownLots(String gtin, Element lot, Consumer<String> each) {
        variants.each(lot.value(), value -> {
            if (registry.batch(gtin, value) != null) {
                each.accept(value);
            }
        });
    }

    private static @Nullable Element element(Interpretation says, String ai) {
        return says.elements().stream()
                .filter(candidate -> candidate.ai().equals(ai))
                .findFirst()
                .orElse(null);
    }

    private static Envelope with(
            Envelope text, Element serial, String serialValue, @Nullable Element lot, String lotValue) {
        if (lot == null) {
            return with(text, serial, serialValue);
        }
        // The later one first: the other's place stays what it is.
        return lot.position() > serial.position()
                ? with(with(text, lot, lotValue), serial, serialValue)
                : with(with(text, serial, serialValue), lot, lotValue);
    }

    private static Envelope with(Envelope text, Element element, String value) {
        int at = element.position() + element.ai().length();
        String data = text.data();
        String rest = data.substring(at + element.value().length());
        return new Envelope(text.symbology(), data.substring(0, at) + value + rest);
    }
}
