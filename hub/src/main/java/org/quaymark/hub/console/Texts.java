package org.quaymark.hub.console;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.quaymark.process.http.Locales;

/** The pages' sentences in one language. What a page shows of them is escaped by the template. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The same in every language: an audit has one way to write a time. */
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.quaymark.hub.console.Console", locale, NO_FALLBACK);
    }

    static Texts of(Locale locale) {
        return new Texts(locale);
    }

    /** A sentence. What no language has is shown by its key, so that it is noticed. */
    public String of(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** A sentence with {@code {name}} replaced by a value. */
    public String of(String key, String name, Object value) {
        return of(key).replace("{" + name + "}", String.valueOf(value));
    }

    /** A sentence of several values: name, value, name, value … */
    String of(String key, String... pairs) {
        String text = of(key);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            text = text.replace("{" + pairs[i] + "}", pairs[i + 1]);
        }
        return text;
    }

    /** A word of the registry's or of a scan's, where there is one for it; else as it is. */
    public String word(String prefix, String word) {
        String key = prefix + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }

    /** An instant, in UTC. */
    public String time(Instant at) {
        OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(utc);
        return day + " " + CLOCK.format(utc) + " UTC";
    }

    /** Language tag of the page. */
    public String language() {
        return locale.getLanguage();
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return Locales.direction(locale);
    }
}
