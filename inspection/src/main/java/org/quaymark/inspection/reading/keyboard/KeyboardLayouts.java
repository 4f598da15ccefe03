package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All known keyboard layouts, and the question which of them may have distorted a text. */
public final class KeyboardLayouts {
    /** At most so many texts for one reported text. */
    public static final int BOUND = 128;

    private static final int IDENTIFIER = 3;

    private static final LayoutTable TABLE = LayoutTable.read();
    private static final List<KeyboardLayout> ALL = TABLE.layouts();
    private static final Fingerprints FINGERPRINTS = new Fingerprints(ALL);
    private static final Producible PRODUCIBLE = new Producible(ALL, TABLE.common());
    private static final BitSet LOSSY = those(KeyboardLayout::isLossy);

    /** By a text's first character; as many as there are characters on keyboards. */
    private static final Map<Character, BitSet> BEGINNINGS = new ConcurrentHashMap<>();

    /** By a symbology identifier that looks whole; as many as there are letters and digits behind {@code ]}. */
    private static final Map<String, BitSet> IDENTIFIED = new ConcurrentHashMap<>();

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
        return list(PRODUCIBLE.sending(reported));
    }

    /**
     * What may have been printed, under all layouts that explain the text: those whose symbology identifier it begins with,
     * where there is none the usual ones, and where none of these does the rare ones. The text as it stands is not among the candidates. At most {@value #BOUND}.
     */
    public static Undone undo(String reported) {
        BitSet explaining = PRODUCIBLE.sending(reported);
        BitSet identified = FINGERPRINTS.of(reported);
        identified.and(explaining);
        if (!identified.isEmpty()) {
            explaining = identified;
        } else if (!explaining.isEmpty() && explaining.nextSetBit(0) < TABLE.common()) {
            explaining.clear(TABLE.common(), ALL.size());
        }
        Undone gs1 = undo(reported, explaining, Gs1Frame.START);
        return gs1.candidates().isEmpty() && gs1.complete() ? undo(reported, explaining, Gs1Frame.FREE) : gs1;
    }

    /** The same under every layout of the table that explains the text, however rare, whatever the text begins with. */
    public static Undone undoUnderAny(String reported) {
        // Longer ones nobody undoes: then it is as if there were too many to tell.
        BitSet explaining = reported.length() > KeyboardLayout.LONGEST
                ? PRODUCIBLE.sending(reported)
                : PRODUCIBLE.changing(reported);
        return undo(reported, beginning(explaining, reported), Gs1Frame.START);
    }

    /** Those of the layouts under which a GS1 text can begin as this one does. */
    private static BitSet beginning(BitSet layouts, String reported) {
        if (hasIdentifier(reported)) {
            layouts.and(IDENTIFIED.computeIfAbsent(
                    reported.substring(0, IDENTIFIER), begins -> those(layout -> layout.mayBeginGs1(begins))));
        } else if (!reported.isEmpty()) {
            layouts.and(BEGINNINGS.computeIfAbsent(
                    reported.charAt(0), begins -> those(layout -> layout.mayBeginGs1(begins))));
        }
        return layouts;
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
        BitSet explaining = PRODUCIBLE.sending(reported);
        explaining.and(LOSSY);
        beginning(explaining, reported);
        List<Loss> losses = new ArrayList<>();
        for (int i = explaining.nextSetBit(0); i >= 0; i = explaining.nextSetBit(i + 1)) {
            for (Candidate left : ALL.get(i).undo(reported, Gs1Frame.START).candidates()) {
                losses.add(new Loss(left.printed(), ALL.get(i).lost()));
            }
        }
        return losses;
    }

    private static Undone undo(String reported, BitSet explaining, int frame) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        boolean complete = true;
        for (int i = explaining.nextSetBit(0); i >= 0; i = explaining.nextSetBit(i + 1)) {
            Undone undone = ALL.get(i).undo(reported, frame);
            complete &= undone.complete();
            for (Candidate candidate : undone.candidates()) {
                Candidate known = candidates.get(candidate.printed());
                if (known != null) {
                    candidates.put(candidate.printed(), both(known, candidate));
                } else if (candidates.size() == BOUND) {
                    complete = false;
                } else if (!candidate.printed().equals(reported)) {
                    candidates.put(candidate.printed(), candidate);
                }
            }
        }
        return new Undone(List.copyOf(candidates.values()), complete);
    }

    private static Candidate both(Candidate one, Candidate other) {
        List<String> layouts = new ArrayList<>(one.layouts());
        layouts.addAll(other.layouts());
        return new Candidate(one.printed(), layouts, one.lossy() && other.lossy());
    }

    private static List<KeyboardLayout> list(BitSet numbers) {
        return numbers.stream().mapToObj(ALL::get).toList();
    }
}
