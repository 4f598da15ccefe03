package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.Candidate;
import org.quaymark.inspection.reading.keyboard.Undone;

/** A device's profile, asked what a code of it was when it was printed. Immutable. */
final class KnownDevice {
    private final CalibratedDevice device;

    KnownDevice(CalibratedDevice device) {
        this.device = device;
    }

    /**
     * What may have been printed.
     *
     * @param printed texts other than the one that came, without those that the device may have lost characters of
     * @param doubtful whether there may be more: too many, or some that lost characters
     */
    record Printed(List<Envelope> printed, boolean doubtful) {
        /** Whether the device, as it was when calibrated, may have made this text of another one. */
        boolean explainsOtherwise() {
            return doubtful || !printed.isEmpty();
        }
    }

    /** See {@link CalibratedDevice#lookalikes}. */
    Optional<Function<Character, String>> lookalikes() {
        return device.lookalikes();
    }

    /** Nothing where the device, as it was, cannot have sent the text, or sends this one as it is printed. */
    Printed printed(Code code, Envelope raw) {
        Undone undone = device.undo(code.data());
        boolean doubtful = !undone.complete();
        List<Envelope> printed = new ArrayList<>();
        for (Candidate candidate : undone.candidates()) {
            Envelope text = Envelope.open(new Code(candidate.printed(), code.symbology()));
            if (candidate.lossy()) {
                doubtful = true;
            } else if (!text.equals(raw)) {
                printed.add(text);
            }
        }
        return new Printed(List.copyOf(printed), doubtful);
    }
}
