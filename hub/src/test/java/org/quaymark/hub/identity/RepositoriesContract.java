package org.quaymark.hub.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.hub.storage.StorageFailure;

abstract class RepositoriesContract extends OnBothDatabases {
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final String BARE = "INSERT INTO shared_value (name, value) VALUES ('bare', '1')";

    @Test
    void aRollbackTakesWhatARepositoryAndABareStatementWrote() {
        Hub hub = openHub();
        SharedValueRows rows = hub.part(SharedValueRows.class);
        Database database = hub.part(Database.class);
        assertThrows(
                Undone.class,
                () -> database.transact(connection -> {
                    Sql.update(connection, BARE);
                    rows.offer(new SharedValueRow("mapped", "1"));
                    assertTrue(rows.findById("bare").isPresent());
                    assertEquals(Optional.of(new SharedValueRow("mapped", "1")), rows.findById("mapped"));
                    throw new Undone();
                }));
        assertFalse(rows.findById("bare").isPresent());
        assertFalse(rows.findById("mapped").isPresent());
    }

    @Test
    void aRepositoryDoesNotWriteWithoutATransaction() {
        Hub hub = openHub();
        SharedValueRows rows = hub.part(SharedValueRows.class);
        assertThrows(RuntimeException.class, () -> rows.offer(new SharedValueRow("mapped", "1")));
        assertFalse(rows.findById("mapped").isPresent());
    }

    @Test
    void aRepositoryReadsWhileAnotherWrites() throws InterruptedException {
        Hub hub = openHub();
        SharedValueRows rows = hub.part(SharedValueRows.class);
        Database database = hub.part(Database.class);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        Thread writer = new Thread(() -> database.transact(connection -> {
            Sql.update(connection, BARE);
            writing.countDown();
            awaitQuietly(read);
        }));
        writer.start();
        assertTrue(writing.await(30, TimeUnit.SECONDS));
        try {
            // less than the five seconds that SQLite would wait for its write lock
            assertTimeout(
                    Duration.ofSeconds(4),
                    () -> assertFalse(rows.findById("bare").isPresent()));
        } finally {
            read.countDown();
            writer.join();
        }
        assertTrue(rows.findById("bare").isPresent());
    }

    @Test
    void whatTheDatabaseRefusesARepositoryIsAStorageFailure() {
        Hub hub = openHub();
        SessionRows sessions = hub.part(SessionRows.class);
        Instant at = Instant.parse("2026-11-21T10:15:30.123456Z");
        SessionRow session = new SessionRow("hash", "ann", at, at, at);
        StorageFailure failure = assertThrows(
                StorageFailure.class,
                () -> hub.part(Database.class).transact(connection -> {
                    sessions.insert(session);
                    assertEquals(session, sessions.findById("hash").orElseThrow());
                    sessions.insert(session);
                }));
        assertTrue(failure.getCause() instanceof java.sql.SQLException, failure.toString());
        assertFalse(sessions.findById("hash").isPresent());
    }

    @Test
    void aNewPasswordEndsThePersonsSessions() {
        Hub hub = openHub();
        People people = hub.part(People.class);
        Sessions sessions = hub.part(Sessions.class);
        People.Credentials first = people.create("ann", Set.of(Role.OFFICER, Role.AUDITOR));
        Sessions.Login login = sessions.login("ann", first.password(), first.totpAt(Instant.now()), "192.0.2.1");
        String token = ((Sessions.Login.In) login).token();
        assertEquals(new Caller.Person("ann", Set.of(Role.OFFICER, Role.AUDITOR)), sessions.find(token));
        people.create("ann", Set.of(Role.OFFICER));
        assertEquals(null, sessions.find(token));
        String key = hub.part(ApiKeys.class).create("bazaar", Set.of(Scope.CASES_READ));
        assertEquals(
                new Caller.System("bazaar", Set.of(Scope.CASES_READ)),
                hub.part(ApiKeys.class).find(key));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody read");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
