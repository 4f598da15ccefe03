package org.quaymark.inspection.gs1;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sequences of AIs that are known to go together: the labels of a dock have few forms, and which AIs need one another is asked of
 * each. Remembers some and forgets those that fall into one place; whatever it remembers, its yes is right. Thread-safe.
 */
final class RightForms {
    private static final int PLACES = 64;
    /** Longer ones are looked at each time. */
    private static final int LONGEST = 8;

    private final AtomicReferenceArray<String[]> forms = new AtomicReferenceArray<>(PLACES);

    /** Whether elements of these AIs are known to go together. */
    boolean has(List<Element> elements) {
        String[] form = elements.size() > LONGEST ? null : forms.get(place(elements));
        if (form == null || form.length != elements.size()) {
            return false;
        }
        for (int i = 0; i < form.length; i++) {
            if (!form[i].equals(elements.get(i).ai())) {
                return false;
            }
        }
        return true;
    }

    /** Remembers that these do. */
    void add(List<Element> elements) {
        if (elements.size() <= LONGEST) {
            forms.set(place(elements), elements.stream().map(Element::ai).toArray(String[]::new));
        }
    }

    private static int place(List<Element> elements) {
        int hash = 0;
        for (int i = 0; i < elements.size(); i++) {
            hash = 31 * hash + elements.get(i).ai().hashCode();
        }
        return (hash ^ hash >>> 6) & PLACES - 1;
    }
}
