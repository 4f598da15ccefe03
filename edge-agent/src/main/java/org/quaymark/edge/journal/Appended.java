package org.quaymark.edge.journal;

/**
 * A receipt from the disk.
 *
 * @param sequence the entry's number in this edge's journal
 */
public record Appended(long sequence) {}
