package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.quaymark.hub.storage.Database;

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
    private final LoginAttemptRows rows;

    LoginAttempts(Database database, LoginAttemptRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Counts an attempt. Zero where it may be made, else how long to wait. */
    Duration take(String name, String address, Instant now) {
        return database.inTransaction(connection -> {
            rows.deleteBySinceLessThan(now.minus(WINDOW));
            // the address first: where it is over its limit, nothing else is written for it
            if (isOver("a:" + address, PER_ADDRESS, now)
                    || isOver("n:" + name, PER_NAME, now)
                    || isOver("b:" + name + "@" + address, PER_NAME_AND_ADDRESS, now)) {
                return WINDOW;
            }
            return Duration.ZERO;
        });
    }

    /** After a login that worked. */
    void forget(String name, String address) {
        List<String> subjects = List.of(Secrets.hash("b:" + name + "@" + address), Secrets.hash("n:" + name));
        database.transact(connection -> rows.deleteBySubjectIn(subjects));
    }

    private boolean isOver(String subject, int limit, Instant now) {
        String hash = Secrets.hash(subject);
        rows.add(new LoginAttemptRow(hash, 1, now));
        return rows.findById(hash).orElseThrow().failures() > limit;
    }
}
