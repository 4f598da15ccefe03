package org.quaymark.hub.casework;

/**
 * A change of a case, as streamed.
 *
 * @param kind {@code opened} or {@code changed}
 * @param item the case as a list item, JSON
 */
public record CaseEvent(long sequence, String caseId, String kind, String item) {}
