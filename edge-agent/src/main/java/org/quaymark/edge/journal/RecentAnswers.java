package org.quaymark.edge.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last answers in memory, as a repeated append is told; before the index on disk is asked. Thread-safe. */
final class RecentAnswers {
    private final Map<ScanKey, Appended> answers;

    RecentAnswers(int capacity) {
        this.answers = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ScanKey, Appended> eldest) {
                return size() > capacity;
            }
        };
    }

    @Nullable
    Appended get(ScanKey key) {
        synchronized (answers) {
            return answers.get(key);
        }
    }

    void clear() {
        synchronized (answers) {
            answers.clear();
        }
    }

    void put(ScanKey key, Appended outcome) {
        synchronized (answers) {
            answers.put(key, outcome);
        }
    }
}
