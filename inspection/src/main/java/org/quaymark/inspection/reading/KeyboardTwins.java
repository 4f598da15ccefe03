package org.quaymark.inspection.reading;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.keyboard.Candidate;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.reading.keyboard.Loss;
import org.quaymark.inspection.reading.keyboard.Substitution;
import org.quaymark.inspection.reading.keyboard.Undone;
import org.quaymark.inspection.registry.Lengths;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;

/**
 * The texts that some keyboard makes a clean-looking one of. Eleven layouts that somebody may have chosen leave a symbology
 * identifier whole, or make another real one of it, and change letters all the same: so where what came is not issued and
 * such a twin is, or the registry knows more of the twin, nobody is accused. A clean-looking text is never repaired that way: a
 * forged serial would become an issued one by chance (docs/decisions/near-twins.md).
 */
final class KeyboardTwins {
    /** Looks at the registry for characters that a layout may have lost, for one text. */
    private static final int MAX_LOOKS = 1_024;

    private final Registry registry;
    private final Interpreter interpreter;
    private long looks;

    KeyboardTwins(Registry registry, Interpreter interpreter) {
        this.registry = registry;
        this.interpreter = interpreter;
    }

    /**
     * Whether the text that came may be a twin's.
     *
     * @param weight {@link Support#weight} of the text that came
     * @param proved what other faults than the keyboard's would prove; a twin that says the same casts no doubt on that
     */
    boolean castDoubt(Envelope raw, Interpretation asIs, int weight, Set<Identification> proved) {
        String reported = raw.symbology() == null ? raw.data() : raw.symbology() + raw.data();
        return mayHaveTwins(reported, raw, asIs, weight) && hasTwins(reported, raw, asIs, weight, proved);
    }

    /** By reading every twin. */
    boolean hasTwins(String reported, Envelope raw, Interpretation asIs, int weight, Set<Identification> proved) {
        Undone twins = KeyboardLayouts.undoUnderAny(reported);
        for (Candidate candidate : twins.candidates()) {
            Interpretation twin = interpreter.interpret(Envelope.open(new Code(candidate.printed(), null)));
            boolean counts = twin.isLegal() && twin.isGs1() && !proved.contains(twin.identification());
            if (counts && (Support.of(twin, registry) == Support.PROVED || weighsMore(twin, weight, proved))) {
                return true;
            }
        }
        return !twins.complete() || (proved.isEmpty() && mayHaveLost(reported, raw, asIs));
    }

    /**
     * Whether any keyboard's twin is worth being read: nearly never, and known by its lot and serial alone. A twin that would not
     * be legal, or says what is proved already, may be among those that are.
     */
    boolean mayHaveTwins(String reported, Envelope raw, Interpretation asIs, int weight) {
        List<Substitution> substitutions = KeyboardLayouts.substitutions(reported);
        Identification item = asIs.identification();
        String gtin = item.gtin();
        // Other forms than element strings have letters elsewhere than in values.
        if (substitutions == null
                || gtin == null
                || asIs.kind() != CodeKind.ELEMENT_STRING
                || !Character.isDigit(raw.data().charAt(0))) {
            return true;
        }
        Product product = registry.product(gtin);
        boolean mayWeighMore = product != null && weight < Support.mostWeight(product);
        boolean mayHaveLost = mayHaveMore(gtin, item);
        for (Substitution substitution : substitutions) {
            String lot = item.lot() == null ? null : substitution.printed(item.lot());
            String serial = item.serial() == null ? null : substitution.printed(item.serial());
            if ((lot == null && item.lot() != null) || (serial == null && item.serial() != null)) {
                continue;
            }
            if (mayHaveLost && substitution.isLossy()) {
                return true;
            }
            if (!Objects.equals(lot, item.lot()) || !Objects.equals(serial, item.serial())) {
                Interpretation twin = asIs.of(lot, serial);
                if (Support.of(twin, registry) == Support.PROVED
                        || (mayWeighMore && Support.weight(twin, registry) > weight)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the product may have serials, or lots, with one character more, or with two. */
    private boolean mayHaveMore(String gtin, Identification item) {
        return hasMore(registry.serialLengths(gtin), item.serial()) || hasMore(registry.lotLengths(gtin), item.lot());
    }

    private static boolean hasMore(Lengths known, @Nullable String text) {
        return text != null && (known.has(text.length() + 1) || known.has(text.length() + 2));
    }

    /**
     * Whether a rare keyboard makes an issued label of a text that a usual one made another of. A text that begins with some
     * keyboard's symbology identifier was searched under all of those already.
     */
    boolean rival(Envelope raw, Identification taken) {
        String reported = raw.symbology() == null ? raw.data() : raw.symbology() + raw.data();
        if (!KeyboardLayouts.fingerprint(reported).isEmpty()) {
            return false;
        }
        for (Candidate candidate : KeyboardLayouts.undoUnderAny(reported).candidates()) {
            Interpretation twin = interpreter.interpret(Envelope.open(new Code(candidate.printed(), null)));
            if (twin.isLegal()
                    && twin.isGs1()
                    && !twin.identification().equals(taken)
                    && Support.of(twin, registry) == Support.PROVED) {
                return true;
            }
        }
        return false;
    }

    private boolean weighsMore(Interpretation twin, int weight, Set<Identification> proved) {
        return proved.isEmpty() && Support.weight(twin, registry) > weight;
    }

    /** F32: what a layout swallows nobody brings back, but an issued serial that differs by it alone is no accident. */
    private boolean mayHaveLost(String reported, Envelope raw, Interpretation asIs) {
        for (Loss loss : KeyboardLayouts.losses(reported)) {
            Envelope text = Envelope.open(new Code(loss.left(), null));
            Interpretation left = text.equals(raw) ? asIs : interpreter.interpret(text);
            Identification item = left.identification();
            String gtin = item.gtin();
            if (left.isLegal()
                    && gtin != null
                    && (isKnownWith(gtin, item.serial(), loss.lost(), true)
                            || isKnownWith(gtin, item.lot(), loss.lost(), false))) {
                return true;
            }
        }
        return false;
    }

    /** With one of the characters put back, or two as long as there are looks left. */
    private boolean isKnownWith(String gtin, @Nullable String text, String lost, boolean serial) {
        if (text == null || looks >= MAX_LOOKS) {
            return false;
        }
        return isKnownWithOne(gtin, text, lost, serial) || isKnownWithTwo(gtin, text, lost, serial);
    }

    private boolean isKnownWithOne(String gtin, String text, String lost, boolean serial) {
        int places = text.length() + 1;
        if (!mayHave(gtin, text.length() + 1, serial)) {
            looks += places * lost.length();
            return false;
        }
        for (int first = 0; first <= text.length(); first++) {
            for (int i = 0; i < lost.length(); i++) {
                String one = text.substring(0, first) + lost.charAt(i) + text.substring(first);
                if (isKnown(gtin, one, serial)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isKnownWithTwo(String gtin, String text, String lost, boolean serial) {
        int places = text.length() + 1;
        if (!mayHave(gtin, text.length() + 2, serial)) {
            looks += places * (places + 1) / 2 * lost.length() * lost.length();
            return false;
        }
        for (int first = 0; first <= text.length(); first++) {
            for (int second = first + 1; second <= text.length() + 1; second++) {
                for (int i = 0; i < lost.length() * lost.length(); i++) {
                    String one = text.substring(0, first) + lost.charAt(i % lost.length()) + text.substring(first);
                    String two = one.substring(0, second) + lost.charAt(i / lost.length()) + one.substring(second);
                    if (isKnown(gtin, two, serial)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Looks that this spares are counted all the same: how many are left must not depend on what a registry can tell so. */
    private boolean mayHave(String gtin, int characters, boolean serial) {
        return (serial ? registry.serialLengths(gtin) : registry.lotLengths(gtin)).has(characters);
    }

    private boolean isKnown(String gtin, String text, boolean serial) {
        return looks++ < MAX_LOOKS && (serial ? registry.unit(gtin, text) != null : registry.batch(gtin, text) != null);
    }
}
