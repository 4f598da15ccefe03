package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.List;

/** A device whose {@link DeviceProfile} is known, ready to undo what it does to many texts. */
public final class CalibratedDevice {
    /** Stands for the layout's name in what it found. */
    public static final String NAME = "calibrated";

    private final DeviceProfile profile;
    private final KeyboardLayout layout;

    /** The profile's own word is taken: it may come from a file. */
    public CalibratedDevice(DeviceProfile profile) {
        this.profile = profile;
        layout = new KeyboardLayout(NAME, "Calibrated", profile.map());
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
