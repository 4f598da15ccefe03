package org.quaymark.inspection.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.Element;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.registry.Lengths;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.SerialPatterns;
import org.quaymark.inspection.registry.Unit;

/**
 * What may be wrong with a legal text that the registry does not confirm, without any character being another: a suffix that the
 * scanner puts behind the last field (F20), a text cut off in it (F31), and one that a person typed (F30). None of them is ever
 * undone: they only keep us from accusing.
 */
final class LooseEnds {
    private static final int LONGEST_SUFFIX = 10;

    private static final String CSET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    /** What people take for one another when they read and type. */
    private static final List<String> CONFUSABLE =
            List.of("O0oQD", "3E", "lI1i|", "YyZz2", "B8", "S5s", "G6", "uv", "VU");

    private final Registry registry;

    LooseEnds(Registry registry) {
        this.registry = registry;
    }

    boolean castDoubt(Envelope raw, Interpretation asIs) {
        String gtin = asIs.identification().gtin();
        Product product = gtin == null ? null : registry.product(gtin);
        if (gtin == null || product == null || asIs.elements().isEmpty()) {
            return false;
        }
        Element last = asIs.elements().get(asIs.elements().size() - 1);
        boolean end = switch (last.ai()) {
            case "21" ->
                !isWellFormed(product, last.value())
                        && (hasSuffix(product, last.value()) || isCutOff(product, last.value()));
            case "10" -> isLotCutOff(gtin, asIs.identification().serial(), last.value());
            default -> false;
        };
        return end || (raw.data().startsWith("(") && wasMistyped(asIs));
    }

    private boolean hasSuffix(Product product, String serial) {
        Lengths lengths = registry.serialLengths(product.gtin());
        for (int length = serial.length() - 1; length >= Math.max(1, serial.length() - LONGEST_SUFFIX); length--) {
            if (lengths.has(length) && registry.unit(product.gtin(), serial.substring(0, length)) != null) {
                return true;
            }
        }
        return false;
    }

    /** By one character: more of it nobody can ask for, and a short serial breaks the product's pattern. */
    private boolean isCutOff(Product product, String serial) {
        boolean may = registry.serialLengths(product.gtin()).has(serial.length() + 1);
        for (int i = 0; may && i < CSET_82.length(); i++) {
            if (registry.unit(product.gtin(), serial + CSET_82.charAt(i)) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isLotCutOff(String gtin, @Nullable String serial, String lot) {
        Unit unit = serial == null ? null : registry.unit(gtin, serial);
        String issuedUnder = unit == null ? null : unit.lot();
        return issuedUnder != null && issuedUnder.startsWith(lot) && !issuedUnder.equals(lot);
    }

    private boolean wasMistyped(Interpretation asIs) {
        ElementString typed = ElementString.parse(ElementString.print(asIs.elements()));
        Interpretation says = new Interpretation(
                CodeKind.ELEMENT_STRING, asIs.identification(), false, typed.elements(), typed.errors());
        Lookalikes.Found found =
                new Lookalikes(registry, LooseEnds::confusable).of(new Envelope(null, typed.print()), says);
        return !found.printed().isEmpty() || !found.complete();
    }

    private static String confusable(char c) {
        for (String group : CONFUSABLE) {
            if (group.indexOf(c) >= 0) {
                return group;
            }
        }
        return String.valueOf(c);
    }

    /** A serial as the product's are: whole, and nothing behind it. */
    private static boolean isWellFormed(Product product, String serial) {
        String pattern = product.serialPattern();
        return pattern != null && SerialPatterns.matches(pattern, serial) == SerialPatterns.Match.YES;
    }
}
