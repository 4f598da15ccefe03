package org.quaymark.hub.retro;

/** The journal entry a sighting is. */
record SightingKey(String edge, int generation, long sequence) {
    /** Before every other. */
    static final SightingKey FIRST = new SightingKey("", 0, 0);
}
