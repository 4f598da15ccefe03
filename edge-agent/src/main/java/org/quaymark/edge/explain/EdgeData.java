package org.quaymark.edge.explain;

import java.nio.file.Path;
import org.quaymark.edge.journal.PastJournal;
import org.quaymark.edge.registry.PastRegistry;

/** The data directory of an edge, read while the edge may be running. */
final class EdgeData implements AutoCloseable {
    final PastJournal journal;
    final PastRegistry registry;
    final Redecision redecision;

    private EdgeData(PastJournal journal, PastRegistry registry, Redecision redecision) {
        this.journal = journal;
        this.registry = registry;
        this.redecision = redecision;
    }

    static EdgeData open(Path directory) {
        PastJournal journal = PastJournal.open(directory.resolve("journal.db"));
        try {
            Inputs inputs = new Inputs(journal);
            PastRegistry registry = PastRegistry.open(directory.resolve(inputs.replica()));
            return new EdgeData(journal, registry, new Redecision(registry, inputs));
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    @Override
    public void close() {
        registry.close();
        journal.close();
    }
}
