package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.util.List;
import org.quaymark.hub.registry.Feed;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;

/**
 * Makes tasks of what changes of the registry touch, page by page. It reads without holding anybody up; that a page is planned
 * once only is seen when its tasks are written.
 *
 * <p>A sighting that is stored while a page is planned is not lost: it came from an edge that did not know the change, and
 * what such an edge sends is decided again when it arrives ({@link Arrivals}).
 */
@Singleton
final class Planner {
    /** The head whose sequence is the last change that was looked at. */
    static final String HEAD = "retro";

    private static final int PAGE = 1_000;
    private static final int CHARACTERS = 4 * 1024 * 1024;

    private final Database database;
    private final Heads heads;
    private final Feed feed;
    private final ChangedRecords changed;
    private final TouchedSightings sightings;
    private final Tasks tasks;

    Planner(
            Database database,
            Heads heads,
            Feed feed,
            ChangedRecords changed,
            TouchedSightings sightings,
            Tasks tasks) {
        this.database = database;
        this.heads = heads;
        this.feed = feed;
        this.changed = changed;
        this.sightings = sightings;
        this.tasks = tasks;
    }

    private record Planned(Touched touched, long expected) {}

    /** Looks at the next page of changes; false where there is none. */
    boolean step() {
        Head from = database.read(connection -> heads.read(connection, HEAD));
        List<Feed.Change> page = database.read(connection -> feed.after(connection, from.sequence(), PAGE, CHARACTERS));
        if (page.isEmpty()) {
            return false;
        }
        long last = page.get(page.size() - 1).sequence();
        List<Planned> plan = database.read(connection -> {
            List<Planned> planned = new java.util.ArrayList<>();
            for (Touched touched : sightings.seen(connection, changed.touches(connection, page))) {
                long expected = sightings.count(connection, touched);
                if (expected > 0) {
                    planned.add(new Planned(touched, expected));
                }
            }
            return planned;
        });
        database.transact(connection -> {
            Head now = heads.lock(connection, HEAD);
            if (now.sequence() != from.sequence()) {
                // another hub process was faster
                return;
            }
            for (Planned planned : plan) {
                tasks.add(connection, last, planned.touched(), planned.expected());
            }
            heads.advance(connection, HEAD, last, now.hash());
        });
        return true;
    }

    /** How many changes have not been looked at yet. */
    long behind() {
        return database.read(connection -> heads.read(connection, Head.REGISTRY).sequence()
                - heads.read(connection, HEAD).sequence());
    }
}
