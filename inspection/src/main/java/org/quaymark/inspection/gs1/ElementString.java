package org.quaymark.inspection.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GS1 element string taken apart (GenSpecs 7.8): its elements in the order of the code, and everything that is wrong with
 * it. Elements before an error in the structure are kept, those behind it cannot be told.
 */
public record ElementString(List<Element> elements, List<Gs1Error> errors) {
    /** What stands between elements of no predefined length: FNC1, sent as this character. */
    public static final char GS = '\u001d';

    private static final String COMPOSITE = "]e0";

    public ElementString {
        elements = List.copyOf(elements);
        errors = List.copyOf(errors);
    }

    /**
     * Takes apart what a scanner sent, without its symbology identifier. One leading GS (an FNC1 in first position) and one
     * trailing one carry nothing and are let be. Which AIs need or forbid one another is not looked at: that counts
     * over all codes of an item, see {@link #associationErrors}.
     */
    public static ElementString parse(String data) {
        ElementCollector found = new ElementCollector();
        ElementParser.parse(data, 0, data.length(), found);
        return found.elements();
    }

    /**
     * Takes apart the form people read, with AIs in parentheses and blanks between: {@code (01)09506000134352 (10)ABC123}.
     * A parenthesis that opens no AI belongs to the data; so does one with a backslash in front.
     */
    public static ElementString parseBracketed(String text) {
        return BracketedForm.parse(text);
    }

    /**
     * Takes apart what a scanner sends of an EAN or UPC symbol with a composite component on top in one message: the
     * symbol's digits, then {@code ]e0}, perhaps with {@code |} in front, and element strings (GenSpecs 5.11).
     *
     * @return null where that is no such message, or the digits are no GTIN
     */
    public static @Nullable ElementString parseComposite(String data) {
        int component = data.indexOf(COMPOSITE);
        int digits = component > 0 && data.charAt(component - 1) == '|' ? component - 1 : component;
        String gtin = digits < 0 ? null : Gtin.normalise(data.substring(0, digits));
        ApplicationIdentifier ai = AiTable.INSTANCE.find("01");
        if (gtin == null || ai == null) {
            return null;
        }
        ElementCollector found = new ElementCollector();
        found.add(ai, gtin, 0, 0);
        ElementParser.parse(data, component + COMPOSITE.length(), data.length(), found);
        return found.elements();
    }

    /** Where the elements break the rules about AIs that come together or never do (GenSpecs 4.13). */
    public static List<Gs1Error> associationErrors(List<Element> elements) {
        return Associations.errors(elements);
    }

    /** Whether nothing is wrong with it. */
    public boolean isValid() {
        return errors.isEmpty() && !elements.isEmpty();
    }

    /** The data of that AI, null where it is not there. */
    public @Nullable String get(String ai) {
        for (Element element : elements) {
            if (element.ai().equals(ai)) {
                return element.value();
            }
        }
        return null;
    }

    /** As in a code: a GS where one is needed and nowhere else, predefined lengths in the order given. */
    public String print() {
        return print(elements);
    }

    /**
     * Elements as in a code.
     *
     * @throws IllegalArgumentException where there is no such AI
     */
    public static String print(List<Element> elements) {
        StringBuilder out = new StringBuilder();
        boolean separate = false;
        for (Element element : elements) {
            ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
            if (ai == null) {
                throw new IllegalArgumentException("no such AI: " + element.ai());
            }
            if (separate) {
                out.append(GS);
            }
            out.append(element.ai()).append(element.value());
            separate = !ai.predefinedLength();
        }
        return out.toString();
    }

    /** As people read it, {@code (01)09506000134352(10)ABC123}, and as {@link #parseBracketed} reads it back. */
    public String toBracketed() {
        return BracketedForm.print(elements);
    }
}
