package org.quaymark.edge.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;

@Timeout(60)
@Tag("D-U12")
class KeyChangeTest {
    @TempDir
    Path directory;

    private TestHub hub;
    private HubClient client;
    private SqliteJournal journal;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub();
        client = new HubClient(hub.address(), Clock.systemUTC());
        journal = Entries.open(directory);
        hub.enrol(journal, client);
    }

    @AfterEach
    void stop() throws Exception {
        journal.close();
        hub.close();
    }

    private EdgeIdentity present() {
        return Objects.requireNonNull(new Enrolment(journal, "edge-1").identity());
    }

    private KeyChange change() {
        return new KeyChange(journal, new Enrolment(journal, "edge-1"));
    }

    private void restart() {
        journal.close();
        journal = Entries.open(directory);
        new Enrolment(journal, "edge-1").bind();
    }

    @Test
    void goesOnWithTheKeyTheHubWasTold() throws Exception {
        String before = present().key().verifyingKey().toString();
        change().begin("edge-1");
        EdgeIdentity now = change().finish(client);
        assertNotEquals(before, now.key().verifyingKey().toString());
        assertEquals(hub.edgeKey(), now.key().verifyingKey());
        assertFalse(change().isBegun());
        restart();
        assertEquals(hub.edgeKey(), present().key().verifyingKey());
    }

    @Test
    void keepsThePresentKeyUntilTheHubHasTheNext() throws Exception {
        change().begin("edge-1");
        restart();
        assertTrue(change().isBegun());
        assertEquals(hub.edgeKey(), present().key().verifyingKey());
        change().finish(client);
        assertEquals(hub.edgeKey(), present().key().verifyingKey());
    }

    @Test
    void findsOutThatTheHubHasTheNextKeyWhereItsAnswerWasLost() throws Exception {
        change().begin("edge-1");
        hub.loseKeyAnswers(true);
        assertThrows(IOException.class, () -> change().finish(client));
        assertNotEquals(hub.edgeKey(), present().key().verifyingKey());
        restart();
        hub.loseKeyAnswers(false);
        change().finish(client);
        assertEquals(hub.edgeKey(), present().key().verifyingKey());
        assertFalse(change().isBegun());
    }

    @Test
    void beginsOneChangeHoweverOftenItIsAsked() throws Exception {
        change().begin("edge-1");
        hub.loseKeyAnswers(true);
        assertThrows(IOException.class, () -> change().finish(client));
        change().begin("edge-1");
        hub.loseKeyAnswers(false);
        change().finish(client);
        assertEquals(hub.edgeKey(), present().key().verifyingKey());
    }
}
