package org.quaymark.inspection.reading.keyboard;

import java.util.List;
import java.util.Map;

/**
 * What one device does to a text, as {@link Calibration} learned it. Plain texts throughout, to be stored as JSON.
 *
 * @param prefix what it puts before everything
 * @param inner what it puts between the symbology identifier and the data
 * @param suffix what it puts behind the data
 * @param groupSeparator what arrives for GS; empty where nothing does
 * @param keys printed characters to what arrives for them, where that is something else; empty where nothing does
 * @param deadKeys the printed characters among them that wait for the next one, each a text of one character
 * @param composed two printed characters, the first a dead key, to the one character that arrives for both
 * @param marksDeadKeys whether NUL arrives for the stroke of a dead key
 */
public record DeviceProfile(
        String prefix,
        String inner,
        String suffix,
        String groupSeparator,
        Map<String, String> keys,
        List<String> deadKeys,
        Map<String, String> composed,
        boolean marksDeadKeys) {
    /** {@link IllegalArgumentException} where it cannot be one that was learned: it may have been stored elsewhere. */
    public DeviceProfile {
        keys = Map.copyOf(keys);
        deadKeys = List.copyOf(deadKeys);
        composed = Map.copyOf(composed);
        deadKeys.forEach(key -> requireTyped(key, 1));
        keys.keySet().forEach(key -> requireTyped(key, 1));
        composed.forEach((both, arrives) -> {
            requireTyped(both, 2);
            if (arrives.length() != 1) {
                throw new IllegalArgumentException("Two keys compose one character, not \"" + arrives + "\"");
            }
        });
    }

    private static void requireTyped(String printed, int length) {
        if (printed.length() != length || !printed.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("No scanner types \"" + printed + "\"");
        }
    }

    /** Whether it changes nothing, and need not be kept. */
    public boolean changesNothing() {
        return keys.isEmpty()
                && deadKeys.isEmpty()
                && (prefix + inner + suffix).isEmpty()
                && groupSeparator.equals(String.valueOf(UsKeys.GS));
    }

    /** The printed characters that never arrive: a text from this device may lack them, and nothing brings them back. */
    public List<String> lost() {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().isEmpty() || key.getValue().equals("\0"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * What may have been printed. Builds tables: for more than one text use {@link CalibratedDevice}.
     *
     * @see CalibratedDevice#undo
     */
    public Undone undo(String reported) {
        return new CalibratedDevice(this).undo(reported);
    }

    KeyMap map() {
        KeyMap.Builder map = new KeyMap.Builder();
        for (char c = '!'; c < 127; c++) {
            map.key(c, keys.getOrDefault(String.valueOf(c), String.valueOf(c)));
        }
        deadKeys.forEach(key -> map.dead(key.charAt(0)));
        composed.forEach((both, arrives) -> map.composed(both.charAt(0), both.charAt(1), arrives.charAt(0)));
        map.groupSeparator(groupSeparator);
        return map.build();
    }
}
