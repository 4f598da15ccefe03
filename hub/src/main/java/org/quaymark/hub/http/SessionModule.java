package org.quaymark.hub.http;

import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Role;
import org.quaymark.hub.identity.Sessions;

/** {@code /session}: people log in and out. */
@Singleton
final class SessionModule implements HttpModule {
    private final Sessions sessions;

    SessionModule(Sessions sessions) {
        this.sessions = sessions;
    }

    record Login(String name, String password, String totp) {}

    @Override
    public void api(Routes routes) {
        routes.post("/session", this::login);
        routes.get("/session", call -> whoIs(call.caller()));
        routes.delete("/session", this::logout);
    }

    private Answer login(Call call) {
        Login login = call.json(Login.class);
        if (login.name() == null || login.password() == null || login.totp() == null) {
            throw Problem.badRequest("name, password and totp are needed.");
        }
        Sessions.Login outcome = sessions.login(login.name(), login.password(), login.totp(), call.address());
        if (outcome instanceof Sessions.Login.In in) {
            return whoIs(in.person())
                    .header("Set-Cookie", Cookies.session(call.context().request(), in));
        }
        if (outcome instanceof Sessions.Login.NotNow notNow) {
            throw Problem.notNow(429, "Too many attempts; try again later.")
                    .with("retryAfterSeconds", notNow.retryAfter().toSeconds());
        }
        throw Problem.unauthenticated("Name, password or one-time password is not right.");
    }

    private Answer logout(Call call) {
        @Nullable Cookie cookie = call.context().request().getCookie(Sessions.COOKIE);
        if (cookie != null) {
            sessions.logout(cookie.getValue());
        }
        return Answer.nothing()
                .header("Set-Cookie", Cookies.ended(call.context().request()));
    }

    private static Answer.Body whoIs(Caller caller) {
        if (caller instanceof Caller.Person person) {
            return Answer.json(Map.of(
                    "name",
                    person.name(),
                    "roles",
                    person.roles().stream().map(Role::wireName).sorted().toList()));
        }
        return Answer.json(Map.of("name", caller.actor()));
    }
}
