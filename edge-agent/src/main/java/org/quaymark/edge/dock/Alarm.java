package org.quaymark.edge.dock;

/**
 * What everybody at the docks should know of the edge itself.
 *
 * @param key of the sentence: {@code alarm.…}
 * @param number what the sentence counts
 */
public record Alarm(String key, long number) {}
