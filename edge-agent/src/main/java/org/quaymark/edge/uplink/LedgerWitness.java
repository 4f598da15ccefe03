package org.quaymark.edge.uplink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.SqliteJournal;

/**
 * Remembers the hub's largest ledger checkpoint. A smaller one later, or another tree of the same size, means the hub was
 * set back or rewritten: the edges are the witnesses. Checkpoints are C2SP {@code tlog-checkpoint}.
 */
final class LedgerWitness {
    private static final String KEY = "hub.checkpoint";

    private final SqliteJournal journal;
    private @Nullable Tree largest;

    LedgerWitness(SqliteJournal journal) {
        this.journal = journal;
        byte[] stored = journal.setting(KEY);
        this.largest = stored == null ? null : parse(new String(stored, StandardCharsets.UTF_8));
    }

    private record Tree(String origin, long size, String root) {}

    /** Looks at a checkpoint; the alarm it raises, null where all is well. */
    @Nullable
    String see(EdgeIdentity identity, String checkpoint) {
        String text = identity.hubKey().openNote(checkpoint);
        Tree tree = text == null ? null : parse(text);
        if (tree == null) {
            return "the hub's ledger checkpoint is not signed by the hub this edge is enrolled at";
        }
        Tree before = largest;
        if (before != null && tree.origin().equals(before.origin())) {
            if (tree.size() < before.size()) {
                return "the hub's ledger shrank from " + before.size() + " to " + tree.size() + " leaves";
            }
            if (tree.size() == before.size() && !tree.root().equals(before.root())) {
                return "the hub's ledger has two roots at " + tree.size() + " leaves";
            }
        }
        if (before == null || tree.size() > before.size()) {
            largest = tree;
            journal.putSetting(KEY, checkpoint.getBytes(StandardCharsets.UTF_8));
        }
        return null;
    }

    private static @Nullable Tree parse(String note) {
        List<String> lines = note.lines().limit(3).toList();
        if (lines.size() < 3 || !lines.get(1).matches("[0-9]{1,18}")) {
            return null;
        }
        return new Tree(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
    }
}
