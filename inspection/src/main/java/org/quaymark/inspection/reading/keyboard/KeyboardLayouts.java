package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All known keyboard layouts, and the question which of them may have distorted a text. */
public final class KeyboardLayouts {
    /** At most so many texts for one reported text. */
    public static final int BOUND = 128;

    private static final int IDENTIFIER = 3;

    /** At most so many steps of searching under all layouts together: no label needs as many, and a stranger's text may. */
    private static final int STEPS = 12_000;

    private static final LayoutTable TABLE = LayoutTable.read();
    private static final List<KeyboardLayout> ALL = TABLE.layouts();
    private static final Fingerprints FINGERPRINTS = new Fingerprints(ALL);
    private static final Producible PRODUCIBLE = new Producible(ALL, TABLE.common());
    private static final BitSet EVERY = those(layout -> true);
    private static final BitSet LOSSY = those(KeyboardLayout::isLossy);

    /** By a text's first character; as many as there are characters on keyboards. */
    private static final Map<Character, Beginning> BEGINNINGS = new ConcurrentHashMap<>();

    /** By a symbology identifier that looks whole; as many as there are letters and digits behind {@code ]}. */
    private static final Map<String, Beginning> IDENTIFIED = new ConcurrentHashMap<>();

    private static final Beginning ANY_BEGINNING = new Beginning(EVERY, LOSSY, null);

    /**
     * The layouts under which a GS1 text can begin so, and those of them that lose characters; not to be changed.
     *
     * @param substitutions those of them that change or lose anything; null where one may do more than that
     */
    private record Beginning(
            BitSet all, BitSet lossy, @Nullable List<Substitution> substitutions) {
        static Beginning of(String begins) {
            BitSet all = those(layout -> layout.mayBeginGs1(begins));
            return of(all, substitutions(all));
        }

        static Beginning of(char begins) {
            return of(those(layout -> layout.mayBeginGs1(begins)), null);
        }

        private static Beginning of(BitSet all, @Nullable List<Substitution> substitutions) {
            BitSet lossy = (BitSet) all.clone();
            lossy.and(LOSSY);
            return new Beginning(all, lossy, substitutions);
        }

        private static @Nullable List<Substitution> substitutions(BitSet layouts) {
            List<Substitution> found = new ArrayList<>();
            for (KeyboardLayout layout : list(layouts)) {
                Substitution substitution = Substitution.of(layout);
                if (substitution == null) {
                    return null;
                }
                if (substitution.isLossy() || !substitution.changesNothing()) {
                    found.add(substitution);
                }
            }
            return List.copyOf(found);
        }
    }

    private KeyboardLayouts() {}

    /** Every layout of the table; {@code us} among them, which distorts nothing. */
    public static List<KeyboardLayout> all() {
        return ALL;
    }

    /** Those of them that a system is found in without anybody wondering: what Windows and X offer for whole countries. */
    public static List<KeyboardLayout> usual() {
        return ALL.subList(0, TABLE.common());
    }

    /** The layout of that name. */
    public static Optional<KeyboardLayout> find(String name) {
        return ALL.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }

    /**
     * Whether no usual layout can have changed this text, as far as it is a GS1 text: every one that sends these characters
     * sends each for itself. Allocates nothing. False means only that some layout may have.
     */
    public static boolean isClean(String reported) {
        return PRODUCIBLE.onlyAsPrinted(reported);
    }

    /** The layouts under which the first characters are a symbology identifier; empty where there is none to be seen. */
    public static List<KeyboardLayout> fingerprint(String reported) {
        return list(FINGERPRINTS.of(reported));
    }

    /** The layouts under which all characters of the text can arrive at all. */
    public static List<KeyboardLayout> sending(String reported) {
        return list(PRODUCIBLE.sending(reported, EVERY));
    }

    /**
     * What may have been printed, under all layouts that explain the text: those whose symbology identifier it begins with,
     * where there is none the usual ones, and where none of these does the rare ones. The text as it stands is not among the candidates. At most {@value #BOUND}.
     */
    public static Undone undo(String reported) {
        return undo(reported, new Effort());
    }

    /** The same, as far as the effort lasts that is shared with other searches for the same label. */
    public static Undone undo(String reported, Effort effort) {
        BitSet explaining = PRODUCIBLE.sending(reported, EVERY);
        BitSet identified = FINGERPRINTS.of(reported);
        identified.and(explaining);
        if (!identified.isEmpty()) {
            explaining = identified;
        } else if (!explaining.isEmpty() && explaining.nextSetBit(0) < TABLE.common()) {
            explaining.clear(TABLE.common(), ALL.size());
        }
        Undone gs1 = undo(reported, explaining, Gs1Frame.START, effort);
        return gs1.candidates().isEmpty() && gs1.complete() ? undo(reported, explaining, Gs1Frame.FREE, effort) : gs1;
    }

    /** The same under every layout of the table that explains the text, however rare, whatever the text begins with. */
    public static Undone undoUnderAny(String reported) {
        BitSet beginning = beginning(reported).all();
        // Longer ones nobody undoes: then it is as if there were too many to tell.
        BitSet explaining = reported.length() > KeyboardLayout.LONGEST
                ? PRODUCIBLE.sending(reported, beginning)
                : PRODUCIBLE.changing(reported, beginning);
        return undo(reported, explaining, Gs1Frame.START, new Effort());
    }

    /**
     * What every layout under which a GS1 text can begin like this one may have changed of its values; null where some layout may
     * have done more, or the text is too long to tell. Layouts that change and lose nothing are not among them.
     */
    public static @Nullable List<Substitution> substitutions(String reported) {
        return reported.length() > KeyboardLayout.LONGEST
                ? null
                : beginning(reported).substitutions();
    }

    private static Beginning beginning(String reported) {
        if (hasIdentifier(reported)) {
            String begins = reported.substring(0, IDENTIFIER);
            Beginning known = IDENTIFIED.get(begins);
            return known == null
                    ? IDENTIFIED.computeIfAbsent(begins, (String identifier) -> Beginning.of(identifier))
                    : known;
        }
        return reported.isEmpty()
                ? ANY_BEGINNING
                : BEGINNINGS.computeIfAbsent(reported.charAt(0), begins -> Beginning.of((char) begins));
    }

    private static boolean hasIdentifier(String reported) {
        if (reported.length() < IDENTIFIER || reported.charAt(0) != ']') {
            return false;
        }
        char letter = reported.charAt(1);
        char digit = reported.charAt(2);
        return ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) && digit >= '0' && digit <= '9';
    }

    private static BitSet those(Predicate<KeyboardLayout> fit) {
        BitSet those = new BitSet(ALL.size());
        for (int i = 0; i < ALL.size(); i++) {
            those.set(i, fit.test(ALL.get(i)));
        }
        return those;
    }

    /** What may have been printed under layouts that lose characters, less those; the text as it came may be among it. */
    public static List<Loss> losses(String reported) {
        BitSet lossy = beginning(reported).lossy();
        if (lossy.isEmpty()) {
            return List.of();
        }
        BitSet explaining = PRODUCIBLE.sending(reported, lossy);
        List<Loss> losses = new ArrayList<>();
        for (int i = explaining.nextSetBit(0); i >= 0; i = explaining.nextSetBit(i + 1)) {
            for (String left : ALL.get(i).printed(reported, Gs1Frame.START).printed()) {
                losses.add(new Loss(left, ALL.get(i).lost()));
            }
        }
        return losses;
    }

    private static Undone undo(String reported, BitSet explaining, int frame, Effort effort) {
        Map<String, Explained> texts = new LinkedHashMap<>();
        Map<KeyboardLayout, Retyping.Found> searched = new LinkedHashMap<>();
        boolean complete = true;
        boolean room = true;
        int steps = 0;
        // Without room for another text no layout can add one: a hostile text is not searched under each.
        for (int i = explaining.nextSetBit(0); i >= 0 && room; i = explaining.nextSetBit(i + 1)) {
            KeyboardLayout layout = ALL.get(i);
            Retyping.Found found = printed(layout, reported, frame, searched);
            steps += found.steps();
            effort.spend(found.steps());
            room = steps <= STEPS && !effort.isSpent();
            complete &= found.complete() && room;
            for (String printed : found.printed()) {
                Explained known = texts.get(printed);
                if (known != null) {
                    known.by(layout);
                } else if (texts.size() == BOUND) {
                    complete = false;
                    room = false;
                } else if (!printed.equals(reported)) {
                    texts.put(printed, new Explained(layout));
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>(texts.size());
        texts.forEach((printed, by) -> candidates.add(new Candidate(printed, by.layouts, by.lossy)));
        return new Undone(candidates, complete);
    }

    /** Layouts of one family differ in keys that most texts have none of: then one search serves them all. */
    private static Retyping.Found printed(
            KeyboardLayout layout, String reported, int frame, Map<KeyboardLayout, Retyping.Found> searched) {
        for (Map.Entry<KeyboardLayout, Retyping.Found> before : searched.entrySet()) {
            if (layout.isLike(before.getKey(), reported)) {
                return before.getValue();
            }
        }
        Retyping.Found found = layout.printed(reported, frame);
        // Of those that lead to one text at most, another search costs less than looking whether it is the same.
        if (found.printed().size() > 1) {
            searched.put(layout, found);
        }
        return found;
    }

    /** The layouts that a text may have been distorted by, in the making. */
    private static final class Explained {
        private final List<String> layouts = new ArrayList<>(4);
        private boolean lossy = true;

        Explained(KeyboardLayout layout) {
            by(layout);
        }

        void by(KeyboardLayout layout) {
            layouts.add(layout.name());
            lossy &= layout.isLossy();
        }
    }

    private static List<KeyboardLayout> list(BitSet numbers) {
        return numbers.stream().mapToObj(ALL::get).toList();
    }
}
