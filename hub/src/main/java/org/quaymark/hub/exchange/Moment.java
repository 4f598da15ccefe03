package org.quaymark.hub.exchange;

/** What an alert tells of a case. */
enum Moment {
    /** A dock set goods aside, or wants them looked at. */
    OPENED("org.quaymark.case.opened"),
    /** A person decided that a right is infringed. */
    CONFIRMED("org.quaymark.case.changed"),
    /** The goods are free. */
    CLEARED("org.quaymark.case.changed"),
    /** The label was read wrongly: the first event is declared an error. */
    MISREAD("org.quaymark.case.changed"),
    /** The goods are no more. */
    DESTROYED("org.quaymark.case.changed");

    private final String eventType;

    Moment(String eventType) {
        this.eventType = eventType;
    }

    /** The CloudEvent's {@code type}. */
    String eventType() {
        return eventType;
    }
}
