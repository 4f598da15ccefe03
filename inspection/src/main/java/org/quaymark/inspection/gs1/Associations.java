package org.quaymark.inspection.gs1;

import java.util.BitSet;
import java.util.List;

/**
 * Which AIs need one another and which never come together (GenSpecs 4.13): by sets of the AIs' places in the table, so that
 * the time taken grows with the elements and no faster.
 */
final class Associations {
    private static final List<Associations> BY_INDEX =
            AiTable.INSTANCE.all().stream().map(Associations::new).toList();

    private static final RightForms RIGHT = new RightForms();

    /** A group that must hold, as alternatives; each is sets of AIs of which one must be there. */
    private record Group(List<List<BitSet>> alternatives) {
        boolean holds(BitSet present) {
            for (List<BitSet> together : alternatives) {
                if (hasAll(together, present)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean hasAll(List<BitSet> together, BitSet present) {
            for (BitSet one : together) {
                if (!one.intersects(present)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Group> required;
    private final List<BitSet> excluded;

    private Associations(ApplicationIdentifier ai) {
        required = ai.required().stream()
                .map(group -> new Group(group.stream()
                        .map(together ->
                                together.stream().map(Associations::matching).toList())
                        .toList()))
                .toList();
        excluded = ai.excluded().stream().map(Associations::matching).toList();
        // An AI is not exclusive of itself even where it matches the pattern.
        excluded.forEach(set -> set.clear(ai.index()));
    }

    /** For the first element of each AI, in their order. */
    static List<Gs1Error> errors(List<Element> elements) {
        return RIGHT.has(elements) ? List.of() : found(elements);
    }

    private static List<Gs1Error> found(List<Element> elements) {
        Gs1Errors errors = new Gs1Errors();
        BitSet present = present(elements);
        // Which AIs are still to be looked at is of interest only where one comes again.
        boolean repeats = present.cardinality() < elements.size();
        BitSet left = repeats ? (BitSet) present.clone() : present;
        for (Element element : elements) {
            ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
            if (ai != null && left.get(ai.index())) {
                BY_INDEX.get(ai.index()).check(ai.ai(), element.position(), present, errors);
                if (repeats) {
                    left.clear(ai.index());
                }
            }
        }
        if (errors.isEmpty()) {
            RIGHT.add(elements);
        }
        return errors.list();
    }

    private static BitSet present(List<Element> elements) {
        BitSet present = new BitSet(BY_INDEX.size());
        for (Element element : elements) {
            ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
            if (ai != null) {
                present.set(ai.index());
            }
        }
        return present;
    }

    private void check(String ai, int position, BitSet present, Gs1Errors errors) {
        for (Group group : required) {
            if (!group.holds(present)) {
                errors.add(ai, position, "required");
            }
        }
        for (BitSet others : excluded) {
            if (others.intersects(present)) {
                errors.add(ai, position, "excluded");
            }
        }
    }

    /** The AIs of a pattern, in which {@code n} stands for any digit. */
    private static BitSet matching(String pattern) {
        BitSet set = new BitSet();
        for (ApplicationIdentifier ai : AiTable.INSTANCE.all()) {
            if (matches(ai.ai(), pattern)) {
                set.set(ai.index());
            }
        }
        return set;
    }

    private static boolean matches(String ai, String pattern) {
        if (ai.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < ai.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != ai.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
