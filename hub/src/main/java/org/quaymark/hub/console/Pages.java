package org.quaymark.hub.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Sessions;
import org.quaymark.process.http.Assets;
import org.quaymark.process.http.Locales;

/** Renders templates. They were compiled with the code; everything they print is escaped. */
@Singleton
final class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.quaymark.hub.console.pages");
    private final Assets assets;

    Pages(Assets assets) {
        this.assets = assets;
    }

    /** The frame of the answer to a call. */
    Frame frame(Call call, String section) {
        return frame(call.context(), call.anyCaller() instanceof Caller.Person person ? person.name() : null, section);
    }

    /** The frame of an answer to somebody, or to nobody. */
    Frame frame(RoutingContext context, @Nullable String person, String section) {
        return new Frame(
                Texts.of(Locales.choose(context)), assets, person, token(context), context.normalizedPath(), section);
    }

    /** A page. */
    String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString();
    }

    /**
     * What a form of this session carries: derived from the session's cookie, which no other site's page can read. Empty
     * without a session.
     */
    static String token(RoutingContext context) {
        Cookie cookie = context.request().getCookie(Sessions.COOKIE);
        if (cookie == null) {
            return "";
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("quaymark-form\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(cookie.getValue().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
