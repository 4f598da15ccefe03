package org.quaymark.edge.scanner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;

/**
 * The last answers by device and scan id, those still on their way to the disk among them, so that a repeat joins instead
 * of being decided twice. Used from the scan thread only. Bounded: an older answer is found in the journal.
 */
final class RecentAnswers {
    private static final int MOST = 8_192;

    private final Map<Key, CompletionStage<Answered>> answers = new LinkedHashMap<>(16, 0.75f, true);

    @Nullable
    CompletionStage<Answered> of(DeviceId device, String id) {
        Key key = new Key(device, id);
        CompletionStage<Answered> known = answers.get(key);
        if (known != null && isOver(known.toCompletableFuture())) {
            answers.remove(key);
            return null;
        }
        return known;
    }

    /** An answer that failed, or that was not recorded: the journal knows better. */
    private static boolean isOver(CompletableFuture<Answered> answer) {
        return answer.isCompletedExceptionally()
                || (answer.isDone() && !answer.join().recorded());
    }

    void put(DeviceId device, String id, CompletionStage<Answered> answer) {
        answers.put(new Key(device, id), answer);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    private record Key(DeviceId device, String id) {}
}
