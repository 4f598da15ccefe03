package org.quaymark.edge.dock;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.process.http.Locales;

/** The page's words in one language. */
public final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.quaymark.edge.dock.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The word or sentence of that key. */
    public String of(String key) {
        return bundle.getString(key);
    }

    /** An alarm's sentence, with its number. */
    public String of(Alarm alarm) {
        return of(alarm.key()).replace("{0}", Long.toString(alarm.number()));
    }

    /** The word for a verdict: what a worker reads from five metres away. */
    public String of(Effect effect) {
        return of("effect." + effect.name());
    }

    /** The name of a code of the sheet: what a worker says by scanning it. */
    public String of(ControlCode code) {
        return of("control." + code.wireName().toLowerCase(Locale.ROOT));
    }

    /** What a device said of itself, in words where we know them. */
    public String status(String status) {
        return bundle.containsKey("status." + status) ? of("status." + status) : status;
    }

    /** BCP 47 tag. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return Locales.direction(locale);
    }

    /** The language's own name. */
    public static String nameOf(Locale language) {
        return language.getDisplayLanguage(language);
    }

    /** All languages. */
    public static List<Locale> languages() {
        return Locales.SUPPORTED;
    }
}
