package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import org.quaymark.inspection.reading.keyboard.Candidate;
import org.quaymark.inspection.reading.keyboard.Effort;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/** F3 to F8, F33, F34: the system reads the scanner's keys as those of another keyboard. */
final class KeyboardLayoutWrong implements Undo {
    private final Effort effort;

    /** {@code effort}: what it may spend on all the texts it is asked about. */
    KeyboardLayoutWrong(Effort effort) {
        this.effort = effort;
    }

    @Override
    public List<Undone> undo(Envelope code) {
        String reported = code.symbology() == null ? code.data() : code.symbology() + code.data();
        var undone = KeyboardLayouts.undo(reported, effort);
        if (!undone.complete()) {
            return List.of();
        }
        List<Undone> found = new ArrayList<>();
        for (Candidate candidate : undone.candidates()) {
            // Under "us" only a GS arrived as something else: that is another fault.
            if (!candidate.layouts().contains("us")) {
                Envelope printed = Envelope.open(new Code(candidate.printed(), null));
                String layout = candidate.layouts().get(0);
                found.add(new Undone(
                        printed, candidate.lossy() ? ScannerFault.lossyLayout(layout) : ScannerFault.layout(layout)));
            }
        }
        return found;
    }
}
