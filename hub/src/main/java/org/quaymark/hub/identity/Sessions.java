package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

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
    private final LoginAttempts attempts;
    private final Clock clock;

    Sessions(Database database, LoginAttempts attempts, Clock clock) {
        this.database = database;
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

    private record Known(String passwordHash, String totpSecret, long totpStep, String roles) {}

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
        Known known = database.find(connection -> Sql.first(
                connection,
                "SELECT password_hash, totp_secret, totp_step, roles FROM person"
                        + " WHERE name = ? AND disabled_at IS NULL",
                row -> new Known(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                name));
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
            int used = Sql.update(
                    connection,
                    "UPDATE person SET totp_step = ? WHERE name = ? AND totp_step < ? AND disabled_at IS NULL",
                    step,
                    name,
                    step);
            if (used == 0) {
                return false;
            }
            Sql.update(connection, "DELETE FROM session WHERE expires_at < ?", now);
            Sql.update(
                    connection,
                    "INSERT INTO session (hash, person, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)",
                    Secrets.hash(token),
                    name,
                    now,
                    now,
                    now.plus(LENGTH));
            return true;
        });
        if (!opened) {
            return new Login.Refused();
        }
        attempts.forget(name, address);
        return new Login.In(token, new Caller.Person(name, Role.parse(known.roles())), LENGTH);
    }

    private record Row(String person, String roles, Instant seen, Instant expires) {}

    /** Whose session it is, null where it is over or never was. */
    public Caller.@Nullable Person find(String token) {
        if (token.length() > 100) {
            return null;
        }
        String hash = Secrets.hash(token);
        Row row = database.find(connection -> Sql.first(
                connection,
                "SELECT s.person, p.roles, s.seen_at, s.expires_at FROM session s JOIN person p ON p.name = s.person"
                        + " WHERE s.hash = ? AND p.disabled_at IS NULL",
                found -> new Row(
                        found.getString(1),
                        found.getString(2),
                        Sql.instant(found.getLong(3)),
                        Sql.instant(found.getLong(4))),
                hash));
        Instant now = clock.instant();
        if (row == null || now.isAfter(row.expires()) || now.isAfter(row.seen().plus(IDLE))) {
            return null;
        }
        if (now.isAfter(row.seen().plus(SEEN_LAG))) {
            database.transact(
                    connection -> Sql.update(connection, "UPDATE session SET seen_at = ? WHERE hash = ?", now, hash));
        }
        return new Caller.Person(row.person(), Role.parse(row.roles()));
    }

    /** Ends a session. */
    public void logout(String token) {
        database.transact(
                connection -> Sql.update(connection, "DELETE FROM session WHERE hash = ?", Secrets.hash(token)));
    }
}
