package org.quaymark.edge.scanner;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which messages failed, so that one that fails again is set aside. Used from the scan thread only; bounded. */
final class Poison {
    private static final int MOST = 1_000;

    private final Map<Key, Boolean> failed = new LinkedHashMap<>();

    boolean isSecondTime(Incoming message) {
        Key key = new Key(message.topic(), message.size(), Arrays.hashCode(message.payload()));
        if (failed.remove(key) != null) {
            return true;
        }
        failed.put(key, true);
        if (failed.size() > MOST) {
            failed.remove(failed.keySet().iterator().next());
        }
        return false;
    }

    private record Key(String topic, int size, int hash) {}
}
