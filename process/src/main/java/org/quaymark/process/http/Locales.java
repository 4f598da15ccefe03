package org.quaymark.process.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of all pages and sentences, and which one a caller gets: {@code ?lang}, then its cookie, then Accept-Language, else English. */
public final class Locales {
    public static final Locale DEFAULT = Locale.ENGLISH;
    public static final List<Locale> SUPPORTED = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.CHINESE,
            Locale.forLanguageTag("ar"));

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "quaymark-lang";
    private static final long ONE_YEAR_SECONDS = 365L * 24 * 3600;

    private Locales() {}

    /** The supported locale of a language tag such as {@code zh-Hant-TW}; only its language counts. */
    public static Optional<Locale> find(@Nullable String tag) {
        if (tag == null || tag.length() > 35) return Optional.empty();
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    /** The language of this request's answer. A choice by {@code ?lang=} is remembered in a cookie. */
    public static Locale choose(RoutingContext context) {
        Optional<Locale> asked = find(context.request().getParam(PARAMETER));
        if (asked.isPresent()) {
            remember(context, asked.get());
            return asked.get();
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        return find(cookie == null ? null : cookie.getValue()).orElseGet(() -> accepted(context));
    }

    /** {@code rtl} or {@code ltr}, for the attribute {@code dir} of a page. */
    public static String direction(Locale locale) {
        return locale.getLanguage().equals("ar") ? "rtl" : "ltr";
    }

    private static Locale accepted(RoutingContext context) {
        for (LanguageHeader language : context.acceptableLanguages()) {
            Optional<Locale> found = find(language.tag());
            if (found.isPresent()) return found.get();
        }
        return DEFAULT;
    }

    private static void remember(RoutingContext context, Locale locale) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE, locale.getLanguage())
                        .setPath("/")
                        .setMaxAge(ONE_YEAR_SECONDS)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
    }
}
