package org.quaymark.inspection.reading;

import java.util.List;

/** Undoes one scanner fault: what may have been printed, if that fault is what happened. Stateless. */
interface Undo {
    ScannerFault fault();

    /** Every text that the fault would turn into this one, without the text itself; empty where it shows no sign of it. */
    List<Envelope> undo(Envelope code);
}
