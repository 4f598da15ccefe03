package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;

/** Sessions of people. They are rows, so that every hub process knows them; only a hash of each token is stored. */
@Singleton
public final class Sessions {
    /** The cookie's name. */
    public static final String COOKIE = "quaymark-session";

    private static final Duration LENGTH = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofHours(2);
    /** How far the time of the last request may lag behind, so that not every request writes. */
    private static final Duration SEEN_LAG = Duration.ofMinutes(1);

    private final Database database;
    private final SessionRows sessions;
    private final PersonRows people;
    private final LoginAttempts attempts;
    private final Clock clock;

    Sessions(Database database, SessionRows sessions, PersonRows people, LoginAttempts attempts, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.people = people;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What a login came to. */
    public sealed interface Login {
        /** It worked: the session's token, for the cookie. */
        record In(String token, Caller.Person person, Duration maxAge) implements Login {}

        /** Name, password or one-time password are not right; which of them is not said. */
        record Refused() implements Login {}

        /** Too many wrong attempts of late: not even looked at. */
        record NotNow(Duration retryAfter) implements Login {}
    }

    /**
     * Logs a person in.
     *
     * @param address where the attempt comes from, for the limit
     */
    public Login login(String name, String password, String totp, String address) {
        Instant now = clock.instant();
        if (name.length() > 64 || password.length() > 256 || totp.length() > 16) {
            return new Login.Refused();
        }
        Duration wait = attempts.take(name, address, now);
        if (!wait.isZero()) {
            return new Login.NotNow(wait);
        }
        PersonRow known = people.findByNameAndDisabledAtIsNull(name).orElse(null);
        if (known == null) {
            Passwords.matchNobody(password);
            return new Login.Refused();
        }
        boolean right = Passwords.matches(password, known.passwordHash());
        long step = Totp.stepOf(known.totpSecret(), totp, now, known.totpStep());
        if (!right || step < 0) {
            return new Login.Refused();
        }
        String token = Secrets.token();
        boolean opened = database.inTransaction(connection -> {
            // of two logins with one one-time password the second finds the step used up
            if (people.useUp(name, step) == 0) {
                return false;
            }
            sessions.deleteByExpiresAtLessThan(now);
            sessions.insert(new SessionRow(Secrets.hash(token), name, now, now, now.plus(LENGTH)));
            return true;
        });
        if (!opened) {
            return new Login.Refused();
        }
        attempts.forget(name, address);
        return new Login.In(token, new Caller.Person(name, Role.parse(known.roles())), LENGTH);
    }

    /** Whose session it is, null where it is over or never was. */
    public Caller.@Nullable Person find(String token) {
        if (token.length() > 100) {
            return null;
        }
        SessionRow session = sessions.findById(Secrets.hash(token)).orElse(null);
        Instant now = clock.instant();
        if (session == null
                || now.isAfter(session.expiresAt())
                || now.isAfter(session.seenAt().plus(IDLE))) {
            return null;
        }
        PersonRow person =
                people.findByNameAndDisabledAtIsNull(session.person()).orElse(null);
        if (person == null) {
            return null;
        }
        if (now.isAfter(session.seenAt().plus(SEEN_LAG))) {
            database.transact(connection -> sessions.update(session.hash(), now));
        }
        return new Caller.Person(person.name(), Role.parse(person.roles()));
    }

    /** Ends a session. */
    public void logout(String token) {
        database.transact(connection -> sessions.deleteById(Secrets.hash(token)));
    }
}
