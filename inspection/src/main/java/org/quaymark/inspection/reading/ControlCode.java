package org.quaymark.inspection.reading;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;

/** What a worker says by scanning a printed sheet: about the device's last verdict (interfaces, section 2.3). */
public enum ControlCode {
    /** The goods were set aside. */
    HELD,
    /** The goods were let go. */
    RELEASED,
    /** The label cannot be read because it is damaged. */
    DAMAGED_LABEL,
    /** The scanner is to be calibrated. */
    SELFTEST,
    /** Somebody is to come. */
    HELP;

    private static final String PREFIX = "QM:";

    /** As printed, without {@code QM:}: {@code DAMAGED-LABEL}. */
    public String wireName() {
        return name().replace('_', '-');
    }

    /** As printed: {@code QM:DAMAGED-LABEL}. */
    public String data() {
        return PREFIX + wireName();
    }

    /**
     * The control code that this is, with or without a symbology identifier and line end, or null. One that a wrong keyboard
     * layout or Caps Lock changed is understood where it can be no other: the sheet is what a worker has left when the
     * scanner is wrong.
     */
    public static @Nullable ControlCode of(Code code) {
        ControlCode plain = ofData(Envelope.open(code).data());
        return plain != null ? plain : DistortedControls.of(code.data());
    }

    /** The same where it is known what the device does to its texts. */
    public static @Nullable ControlCode of(Code code, @Nullable CalibratedDevice device) {
        ControlCode asItCame = of(code);
        if (asItCame != null || device == null) {
            return asItCame;
        }
        return device.undo(code.data()).candidates().stream()
                .map(candidate -> of(new Code(candidate.printed(), code.symbology())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The control code in a scan, null where there is none; a control code is scanned alone. */
    public static @Nullable ControlCode of(Scan scan) {
        return scan.codes().size() == 1 ? of(scan.codes().get(0)) : null;
    }

    static @Nullable ControlCode ofData(String data) {
        if (!data.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return null;
        }
        String name = data.substring(PREFIX.length()).toUpperCase(Locale.ROOT);
        for (ControlCode code : values()) {
            if (code.wireName().equals(name)) {
                return code;
            }
        }
        return null;
    }
}
