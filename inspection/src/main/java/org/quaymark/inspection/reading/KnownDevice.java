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
     * @param texts other than the one that came, without what the device may have lost of them
     * @param asItCame whether the text that came is among them
     * @param complete false where there are too many
     * @param lost the characters that the device loses, each any number of times
     */
    record Printed(List<Envelope> texts, boolean asItCame, boolean complete, String lost) {
        /** Whether the device, as it was when calibrated, may have made this text of another one. */
        boolean explainsOtherwise() {
            return !complete || !texts.isEmpty() || (asItCame && !lost.isEmpty());
        }

        /** Whether these are all the texts there are. */
        boolean isWhole() {
            return complete && lost.isEmpty();
        }

        /** Whether a number may have had digits that did not arrive: then its check digit proves little. */
        boolean mayLackDigits() {
            return lost.chars().anyMatch(Character::isDigit);
        }
    }

    /** See {@link CalibratedDevice#lookalikes}. */
    Optional<Function<Character, String>> lookalikes() {
        return device.lookalikes();
    }

    /** Nothing where the device, as it was, cannot have sent the text, or sends this one as it is printed. */
    Printed printed(Code code, Envelope raw) {
        Undone undone = device.undo(code.data());
        List<Envelope> texts = new ArrayList<>();
        boolean asItCame = false;
        for (Candidate candidate : undone.candidates()) {
            Envelope text = Envelope.open(new Code(candidate.printed(), code.symbology()));
            if (text.equals(raw)) {
                asItCame = true;
            } else {
                texts.add(text);
            }
        }
        return new Printed(List.copyOf(texts), asItCame, undone.complete(), device.lost());
    }
}
