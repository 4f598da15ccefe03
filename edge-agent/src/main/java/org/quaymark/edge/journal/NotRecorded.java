package org.quaymark.edge.journal;

/** An entry could not be written; nothing of it was. The verdict goes out all the same, and this is counted and told. */
public class NotRecorded extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotRecorded(String reason) {
        super(reason);
    }

    /** Too much waits for a commit: nothing is wrong with the disk, hold back and append again. */
    public static final class Busy extends NotRecorded {
        private static final long serialVersionUID = 1;

        Busy() {
            super("the journal's queue is full");
        }
    }
}
