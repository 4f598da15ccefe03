package org.quaymark.edge.scanner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.Appended;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Journal;
import org.quaymark.inspection.log.JournalEntry;

/** A journal that keeps its entries in memory, on a thread of its own like the one on disk. */
final class MemoryJournal implements Journal, AutoCloseable {
    private final List<JournalEntry> entries = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    /** How many appends are to fail from now on. */
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public CompletionStage<Appended> append(Draft draft) {
        return CompletableFuture.supplyAsync(
                () -> {
                    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("the disk is full");
                    }
                    long sequence = entries.size() + 1L;
                    if (draft instanceof Draft.Sighting sighting) {
                        entries.add(new JournalEntry.Sighting(
                                sequence, Instant.now(), sighting.scan(), sighting.verdict(), sighting.before()));
                    } else if (draft instanceof Draft.Action action) {
                        entries.add(new JournalEntry.WorkerAction(
                                sequence,
                                action.at(),
                                action.id(),
                                action.device().site(),
                                action.device().dock(),
                                action.device().device(),
                                action.action(),
                                action.scan(),
                                action.operator()));
                    }
                    return new Appended(sequence, false, null);
                },
                thread);
    }

    List<JournalEntry.Sighting> sightings() {
        synchronized (entries) {
            return entries.stream()
                    .filter(JournalEntry.Sighting.class::isInstance)
                    .map(JournalEntry.Sighting.class::cast)
                    .toList();
        }
    }

    List<JournalEntry.WorkerAction> actions() {
        synchronized (entries) {
            return entries.stream()
                    .filter(JournalEntry.WorkerAction.class::isInstance)
                    .map(JournalEntry.WorkerAction.class::cast)
                    .toList();
        }
    }

    @Override
    public @Nullable JournalEntry entryOf(DeviceId device, String id) {
        for (JournalEntry.Sighting sighting : sightings()) {
            if (sighting.scan().id().equals(id) && sighting.scan().device().equals(device.device())) {
                return sighting;
            }
        }
        for (JournalEntry.WorkerAction action : actions()) {
            if (action.id().equals(id) && action.device().equals(device.device())) {
                return action;
            }
        }
        return null;
    }

    @Override
    public List<JournalEntry.Sighting> latestSightings(int limit) {
        List<JournalEntry.Sighting> newestFirst = new ArrayList<>(sightings());
        Collections.reverse(newestFirst);
        return newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    }

    @Override
    public long backlog() {
        return entries.size();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
