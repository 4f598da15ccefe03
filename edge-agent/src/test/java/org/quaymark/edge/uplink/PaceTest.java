package org.quaymark.edge.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    @Tag("D-U9")
    void sendsNoMoreBytesASecondThanItWasGiven() {
        Pace pace = new Pace(10_000);
        long bytes = 0;
        Duration time = Duration.ZERO;
        for (int i = 0; i < 50; i++) {
            int count = pace.entries();
            long wire = count * 150L;
            Duration took = Duration.ofMillis(20);
            time = time.plus(took).plus(pace.taken(count, wire, took));
            bytes += wire;
        }
        assertTrue(bytes / (time.toMillis() / 1_000.0) <= 10_100, bytes + " in " + time);
        assertTrue(bytes / (time.toMillis() / 1_000.0) >= 9_000, bytes + " in " + time);
        assertTrue(pace.entries() <= 10_000 / 150 + 1, "a batch is about a second of it");
    }

    @Test
    @Tag("D-U10")
    void makesBatchesThatTakeTheLinkAboutASecond() {
        Pace pace = new Pace(0);
        for (int i = 0; i < 20; i++) {
            pace.taken(pace.entries(), pace.entries() * 200L, Duration.ofSeconds(pace.entries() / 100));
        }
        assertTrue(pace.entries() <= 250, "slow: " + pace.entries());
        for (int i = 0; i < 20; i++) {
            pace.taken(pace.entries(), pace.entries() * 200L, Duration.ofMillis(10));
        }
        assertEquals(2_000, pace.entries());
    }

    @Test
    @Tag("D-U8")
    void asksAgainSoonWhereNobodyListens() {
        Backoff backoff = new Backoff(new Random(1));
        IOException refused = new IOException("POST http://hub", new ConnectException("refused"));
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 200; i++) {
            Duration wait = backoff.next(refused);
            longest = longest.compareTo(wait) < 0 ? wait : longest;
        }
        assertTrue(longest.toMillis() <= 5_001 && longest.toMillis() > 4_000, longest.toString());
        assertTrue(backoff.next(new IOException("no answer")).toMillis() <= 30_001);
    }
}
