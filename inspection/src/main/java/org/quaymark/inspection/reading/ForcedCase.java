package org.quaymark.inspection.reading;

import java.util.Locale;
import java.util.Set;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.SerialPatterns;

/** F2: the scanner sends one case only. Which letters were of the other one only the registry can tell. */
final class ForcedCase {
    private final Registry registry;
    private final Interpreter interpreter;

    ForcedCase(Registry registry, Interpreter interpreter) {
        this.registry = registry;
        this.interpreter = interpreter;
    }

    /** The texts of issued items that would arrive like this, the text itself among them; none where both cases are there. */
    Lookalikes.Found undo(Envelope raw) {
        if (hasBothCases(raw.symbology() == null || tells(raw) ? "" : raw.symbology(), raw.data())) {
            return new Lookalikes.Found(Set.of(), true);
        }
        Envelope text = withIdentifierOfItsCase(raw);
        String came =
                text.equals(raw) && raw.symbology() != null ? raw.symbology().substring(1) + raw.data() : raw.data();
        if (came.equals(came.toUpperCase(Locale.ROOT)) == came.equals(came.toLowerCase(Locale.ROOT))) {
            return new Lookalikes.Found(Set.of(), true);
        }
        Interpretation says = interpreter.interpret(text);
        return isCaseFixed(says)
                ? new Lookalikes.Found(Set.of(), true)
                : new Lookalikes(registry, ForcedCase::bothCases).of(text, says);
    }

    private static boolean hasBothCases(String identifier, String text) {
        return (hasLetter(identifier, 'A') || hasLetter(text, 'A'))
                && (hasLetter(identifier, 'a') || hasLetter(text, 'a'));
    }

    /** Of the case whose first letter that is. */
    private static boolean hasLetter(String text, char first) {
        for (int i = 0; i < text.length(); i++) {
            int letter = text.charAt(i) - first;
            if (letter >= 0 && letter < 26) {
                return true;
            }
        }
        return false;
    }

    /** Whether the product's serials have their letters in this case: then the scanner changed none. */
    private boolean isCaseFixed(Interpretation says) {
        String gtin = says.identification().gtin();
        String serial = says.identification().serial();
        Product product = gtin == null ? null : registry.product(gtin);
        String pattern = product == null ? null : product.serialPattern();
        if (serial == null || pattern == null || SerialPatterns.matches(pattern, serial) != SerialPatterns.Match.YES) {
            return false;
        }
        for (int i = 0; i < serial.length(); i++) {
            String both = bothCases(serial.charAt(i));
            if (both.length() > 1) {
                String flipped = serial.substring(0, i) + both.charAt(1) + serial.substring(i + 1);
                if (SerialPatterns.matches(pattern, flipped) != SerialPatterns.Match.NO) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the identifier itself arrived in a case that no symbol has, which tells the fault. */
    static boolean tells(Envelope raw) {
        return raw.carrier() == Carrier.DISTORTED;
    }

    private static Envelope withIdentifierOfItsCase(Envelope raw) {
        String symbology = raw.symbology();
        if (symbology == null || !tells(raw)) {
            return raw;
        }
        String upper = symbology.toUpperCase(Locale.ROOT);
        String other = upper.equals(symbology) ? symbology.toLowerCase(Locale.ROOT) : upper;
        return Carrier.of(other) == Carrier.DISTORTED ? raw : new Envelope(other, raw.data());
    }

    private static String bothCases(char c) {
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter ? "" + c + (char) (c ^ 0x20) : String.valueOf(c);
    }
}
