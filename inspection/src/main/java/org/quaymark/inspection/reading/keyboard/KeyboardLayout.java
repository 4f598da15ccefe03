package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way in which an operating system reads the keys of a scanner that types on another keyboard. */
public final class KeyboardLayout {
    /** At most so many texts of one layout: a distortion more ambiguous than that proves nothing. */
    static final int BOUND = 64;

    /** Longer texts are no codes of goods. */
    static final int LONGEST = 512;

    private final String name;
    private final String title;
    private final KeyMap map;

    /** Made when first asked for; twice by two threads at once does no harm. */
    private volatile @Nullable Inverse inverse;

    private final String lost;

    KeyboardLayout(String name, String title, KeyMap map) {
        this.name = name;
        this.title = title;
        this.map = map;
        StringBuilder loses = new StringBuilder();
        for (int i = 0; i < UsKeys.CSET_82.length(); i++) {
            String arrives = map.typed(UsKeys.CSET_82.charAt(i));
            if (arrives.isEmpty() || arrives.equals("\0")) {
                loses.append(UsKeys.CSET_82.charAt(i));
            }
        }
        lost = loses.toString();
    }

    /** Short and stable, such as {@code de}, {@code fr-be}; {@code us<de} is a scanner set to German on a US system. */
    public String name() {
        return name;
    }

    /** For people, in English: {@code German}. */
    public String title() {
        return title;
    }

    /** What arrives for GS: itself, another control character, or nothing. */
    public String groupSeparator() {
        return map.groupSeparator();
    }

    /** Whether some character of CSET 82 does not arrive at all under it. */
    public boolean isLossy() {
        return !lost.isEmpty();
    }

    /** The characters of CSET 82 that do not arrive under it. */
    String lost() {
        return lost;
    }

    /** What arrives for a printed text where the program sees characters only. */
    public String distort(String printed) {
        return map.distort(printed, false);
    }

    /** What arrives where the program also shows each dead key's stroke, as NUL in front of what it makes. */
    public String distortShowingDeadKeys(String printed) {
        return map.distort(printed, true);
    }

    /**
     * The texts that arrive like this, at most {@value #BOUND}: GS1 element strings where there are any. NUL, ESC and BS are tried as GS, whatever the layout; a GS
     * that vanished is left to the caller, who knows where one must be.
     */
    public Undone undo(String reported) {
        Undone gs1 = undo(reported, Gs1Frame.START);
        return gs1.candidates().isEmpty() && gs1.complete() ? undo(reported, Gs1Frame.FREE) : gs1;
    }

    Undone undo(String reported, int frame) {
        Retyping.Found found = printed(reported, frame);
        List<Candidate> candidates = new ArrayList<>(found.printed().size());
        for (String printed : found.printed()) {
            candidates.add(new Candidate(printed, List.of(name), isLossy()));
        }
        return new Undone(candidates, found.complete());
    }

    /** The texts of {@link #undo(String, int)} alone. */
    Retyping.Found printed(String reported, int frame) {
        if (reported.length() > LONGEST) {
            return new Retyping.Found(Set.of(), false, 0);
        }
        Retyping.Found found = Retyping.search(inverse(), reported, frame, BOUND);
        if (!map.typed(']').isEmpty()) {
            return found;
        }
        Set<String> identified = new LinkedHashSet<>();
        found.printed().forEach(printed -> identified.add(withIdentifier(printed)));
        return new Retyping.Found(identified, found.complete(), found.steps());
    }

    /** A layout without {@code ]} loses the symbology identifier's first character: what is left of it tells. */
    private static String withIdentifier(String printed) {
        for (String identifier : Fingerprints.IDENTIFIERS) {
            if (printed.startsWith(identifier.substring(1))) {
                return "]" + printed;
            }
        }
        return printed;
    }

    /** Whether {@link #printed} gives the same of that text under both. */
    boolean isLike(KeyboardLayout other, String reported) {
        return !map.typed(']').isEmpty()
                && !other.map.typed(']').isEmpty()
                && inverse().isLike(other.inverse(), reported);
    }

    /** Whether a text that arrives beginning like this may be a GS1 one, as far as these characters tell. */
    boolean mayBeginGs1(String arrives) {
        return inverse().longerCount() > 0
                || !undo(arrives, Gs1Frame.START).candidates().isEmpty();
    }

    /** The same as far as its first character tells. */
    boolean mayBeginGs1(char arrives) {
        Inverse made = inverse();
        boolean may = arrives <= ' ' || made.longerCount() > 0 || made.hasDead();
        for (char stroke : made.strokes(arrives)) {
            char first = KeyMap.first(stroke);
            may |= first == ']' || (first >= '0' && first <= '9');
        }
        return may;
    }

    KeyMap map() {
        return map;
    }

    private Inverse inverse() {
        Inverse made = inverse;
        if (made == null) {
            made = new Inverse(map);
            inverse = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return name;
    }
}
