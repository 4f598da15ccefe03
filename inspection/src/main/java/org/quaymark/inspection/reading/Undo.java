package org.quaymark.inspection.reading;

import java.util.List;

/** Undoes one kind of scanner fault: what may have been printed, if that fault is what happened. */
interface Undo {
    /** Every text that the fault would turn into this one, without the text itself; empty where it shows no sign of it. */
    List<Undone> undo(Envelope code);

    /** A text that may have been printed, and the fault that would have made the other of it. */
    record Undone(Envelope code, ScannerFault fault) {}
}
