package org.quaymark.sim.counterparts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the hub said: a CloudEvent around an EPCIS document.
 *
 * @param counterpart who got it
 * @param message the webhook's id
 * @param type {@code org.quaymark.case.opened} …
 * @param caseId the event's subject
 * @param disposition short names of what the EPCIS event says of the goods
 */
record Alert(String counterpart, String message, String type, String caseId, String disposition) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where it is no CloudEvent 1.0 with a subject
     */
    static Alert of(String counterpart, String message, JsonNode event) {
        if (!"1.0".equals(event.path("specversion").asText())
                || event.path("type").asText("").isEmpty()) {
            throw new IllegalArgumentException("specversion or type is missing");
        }
        String subject = event.path("subject").asText("");
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("subject is missing");
        }
        JsonNode first = event.path("data").path("epcisBody").path("eventList").path(0);
        return new Alert(
                counterpart,
                message,
                event.path("type").asText(),
                subject,
                first.path("bizStep").asText("?") + "/"
                        + first.path("disposition").asText("?"));
    }
}
