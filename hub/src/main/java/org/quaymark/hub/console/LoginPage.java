package org.quaymark.hub.console;

import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.Cookies;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Sessions;

/** Logging in and out. */
@Singleton
final class LoginPage implements HttpModule {
    private final Pages pages;
    private final Sessions sessions;

    LoginPage(Pages pages, Sessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Override
    public void pages(Routes routes) {
        routes.get("/login", this::show);
        routes.post("/login", this::login);
        routes.post("/logout", this::logout);
    }

    private Answer show(Call call) {
        String next = next(call.query("next"));
        if (call.anyCaller() instanceof Caller.Person) {
            return Answer.seeOther(next);
        }
        return page(call, 200, "", next, null);
    }

    private Answer login(Call call) {
        Form form = Form.of(call);
        String name = form.value("name").strip();
        String next = next(form.value("next"));
        String totp = form.value("totp").replaceAll("\\s", "");
        Sessions.Login login = sessions.login(name, form.value("password"), totp, call.address());
        Texts t = pages.frame(call, "").t();
        if (login instanceof Sessions.Login.In in) {
            return Answer.seeOther(next)
                    .header("Set-Cookie", Cookies.session(call.context().request(), in));
        }
        if (login instanceof Sessions.Login.NotNow wait) {
            long minutes = Math.max(1, wait.retryAfter().toMinutes());
            return page(call, 429, name, next, t.of("login.wait", "minutes", minutes))
                    .header("Retry-After", String.valueOf(wait.retryAfter().toSeconds()));
        }
        return page(call, 401, name, next, t.of("login.refused"));
    }

    private Answer logout(Call call) {
        Cookie cookie = call.context().request().getCookie(Sessions.COOKIE);
        if (cookie != null && call.anyCaller() != null) {
            Form.ofSession(call);
            sessions.logout(cookie.getValue());
        }
        return Answer.seeOther("/login")
                .header("Set-Cookie", Cookies.ended(call.context().request()));
    }

    private Answer page(Call call, int status, String name, String next, @Nullable String problem) {
        Map<String, Object> parameters = Map.of(
                "f", pages.frame(call, ""), "name", name, "next", next, "problem", problem == null ? "" : problem);
        return Answer.html(status, pages.render("login.jte", parameters));
    }

    /** Where to go after the login: a path of ours and nothing else. */
    static String next(@Nullable String wanted) {
        return wanted != null && wanted.matches("/[A-Za-z0-9._~%?&=,/-]{0,500}") && !wanted.startsWith("//")
                ? wanted
                : "/";
    }
}
