package org.quaymark.hub.casework;

/** A sighting by the journal entry it is. */
public record SightingRef(String edge, int generation, long sequence) {}
