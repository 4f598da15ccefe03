package org.quaymark.hub.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.http.Assets;
import org.quaymark.process.http.Locales;

/**
 * What every page needs.
 *
 * @param person who is logged in, null on the login page
 * @param token proves that a form comes from a page of ours
 * @param here path of the page, for the language switch
 * @param section which part of the navigation it belongs to
 */
public record Frame(Texts t, Assets assets, @Nullable String person, String token, String here, String section) {
    /** The address of an asset. */
    public String asset(String name) {
        return assets.url(name);
    }

    /** The languages there are. */
    public List<Language> languages() {
        return Locales.SUPPORTED.stream()
                .map(locale -> new Language(
                        locale.getLanguage(), name(locale), locale.getLanguage().equals(t.language())))
                .toList();
    }

    private static String name(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** A language of the switch, by its own name. */
    public record Language(String tag, String name, boolean chosen) {}
}
