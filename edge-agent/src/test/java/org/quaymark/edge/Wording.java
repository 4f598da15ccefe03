package org.quaymark.edge;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people are told, in one language, read from where the pages have it. */
final class Wording {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private final ResourceBundle dock;
    private final ResourceBundle decision;

    Wording(String language) {
        Locale locale = Locale.forLanguageTag(language);
        this.dock = ResourceBundle.getBundle("org.quaymark.edge.dock.words", locale, NO_FALLBACK);
        this.decision = ResourceBundle.getBundle("org.quaymark.inspection.decision.sentences", locale, NO_FALLBACK);
    }

    String dock(String key) {
        return dock.getString(key);
    }

    String sentence(String key) {
        return decision.getString(key);
    }
}
