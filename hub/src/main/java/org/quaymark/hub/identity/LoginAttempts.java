package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

/**
 * Limits login attempts: ten per name and address, fifty per address, a hundred per name in fifteen minutes, over all hub
 * processes. Rows are hashed subjects and go when their window is over; what a stranger can fill in a window is bounded
 * by the limit per address.
 */
@Singleton
final class LoginAttempts {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_NAME_AND_ADDRESS = 10;
    private static final int PER_ADDRESS = 50;
    private static final int PER_NAME = 100;

    private final Database database;

    LoginAttempts(Database database) {
        this.database = database;
    }

    /** Counts an attempt. Zero where it may be made, else how long to wait. */
    Duration take(String name, String address, Instant now) {
        return database.inTransaction(connection -> {
            Sql.update(connection, "DELETE FROM login_attempt WHERE since < ?", now.minus(WINDOW));
            // the address first: where it is over its limit, nothing else is written for it
            if (isOver(connection, "a:" + address, PER_ADDRESS, now)
                    || isOver(connection, "n:" + name, PER_NAME, now)
                    || isOver(connection, "b:" + name + "@" + address, PER_NAME_AND_ADDRESS, now)) {
                return WINDOW;
            }
            return Duration.ZERO;
        });
    }

    /** After a login that worked. */
    void forget(String name, String address) {
        database.transact(connection -> Sql.update(
                connection,
                "DELETE FROM login_attempt WHERE subject IN (?, ?)",
                Secrets.hash("b:" + name + "@" + address),
                Secrets.hash("n:" + name)));
    }

    private static boolean isOver(java.sql.Connection connection, String subject, int limit, Instant now)
            throws java.sql.SQLException {
        String hash = Secrets.hash(subject);
        Sql.update(
                connection,
                "INSERT INTO login_attempt (subject, failures, since) VALUES (?, 1, ?)"
                        + " ON CONFLICT (subject) DO UPDATE SET failures = login_attempt.failures + 1",
                hash,
                now);
        @Nullable
        Integer failures = Sql.first(
                connection, "SELECT failures FROM login_attempt WHERE subject = ?", row -> row.getInt(1), hash);
        return failures != null && failures > limit;
    }
}
