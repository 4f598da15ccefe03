package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A device whose {@link DeviceProfile} is known, ready to undo what it does to many texts. */
public final class CalibratedDevice {
    /** Stands for the layout's name in what it found. */
    public static final String NAME = "calibrated";

    private final DeviceProfile profile;
    private final KeyboardLayout layout;
    private final @Nullable Map<Character, String> lookalikes;

    /** The profile's own word is taken: it may come from a file. */
    public CalibratedDevice(DeviceProfile profile) {
        this.profile = profile;
        layout = new KeyboardLayout(NAME, "Calibrated", profile.map());
        lookalikes = lookalikes(profile);
    }

    /** What it is. */
    public DeviceProfile profile() {
        return profile;
    }

    /**
     * The texts that arrive like this from the device, without what it puts around them; none where it cannot have sent the
     * text.
     */
    public Undone undo(String reported) {
        if (!reported.startsWith(profile.prefix()) || !reported.endsWith(profile.suffix())) {
            return Undone.NOTHING;
        }
        int end = reported.length() - profile.suffix().length();
        int start = profile.prefix().length();
        if (end < start) {
            return Undone.NOTHING;
        }
        return layout.undo(withoutInner(reported.substring(start, end)));
    }

    /** The characters of CSET 82 that never arrive from it, without the one that shows as NUL. */
    public String lost() {
        return layout.lost();
    }

    /**
     * The characters of CSET 82 that arrive like one of them, itself among them. Empty where characters arrive as several or
     * wait for the next, or may be a separator: then a text is more than its characters.
     */
    public Optional<Function<Character, String>> lookalikes() {
        Map<Character, String> alike = lookalikes;
        return alike == null ? Optional.empty() : Optional.of(c -> alike.getOrDefault(c, String.valueOf(c)));
    }

    private static @Nullable Map<Character, String> lookalikes(DeviceProfile profile) {
        String separator = profile.groupSeparator();
        if (!profile.deadKeys().isEmpty()
                || separator.length() > 1
                || (separator.length() == 1 && separator.charAt(0) > ' ')) {
            return null;
        }
        Map<String, StringBuilder> arriving = new HashMap<>();
        KeyMap map = profile.map();
        for (int i = 0; i < UsKeys.CSET_82.length(); i++) {
            char c = UsKeys.CSET_82.charAt(i);
            String arrives = map.typed(c);
            if (arrives.length() > 1 || arrives.equals("\0")) {
                return null;
            }
            if (!arrives.isEmpty()) {
                arriving.computeIfAbsent(arrives, unused -> new StringBuilder()).append(c);
            }
        }
        Map<Character, String> alike = new HashMap<>();
        arriving.values().forEach(same -> same.chars().forEach(c -> alike.put((char) c, same.toString())));
        return alike;
    }

    /** The identifier stays, what the device puts behind it goes. */
    private String withoutInner(String text) {
        if (profile.inner().isEmpty()) {
            return text;
        }
        List<String> starts = new ArrayList<>();
        for (String identifier : Fingerprints.IDENTIFIERS) {
            starts.add(layout.distort(identifier));
            starts.add(layout.distortShowingDeadKeys(identifier));
        }
        for (String start : starts) {
            if (text.startsWith(start + profile.inner())) {
                return start + text.substring(start.length() + profile.inner().length());
            }
        }
        return text;
    }
}
