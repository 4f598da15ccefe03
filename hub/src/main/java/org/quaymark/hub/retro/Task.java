package org.quaymark.hub.retro;

/**
 * Sightings that are to be decided again.
 *
 * @param sequence the registry's last change it is for
 * @param after the last sighting that has been decided again
 * @param expected how many there were when it was planned
 * @param done how many have been decided again
 * @param lease whoever works on it
 */
record Task(String id, long sequence, Touched touched, SightingKey after, long expected, long done, String lease) {}
