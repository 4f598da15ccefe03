package org.quaymark.hub.exchange;

import java.time.Instant;

/**
 * A message to one endpoint.
 *
 * @param id the webhook's id, the same in every attempt
 * @param attempts how many were started
 * @param due when the next one is
 */
record Delivery(
        String id,
        String endpoint,
        String caseId,
        String type,
        DeliveryState state,
        int attempts,
        Instant created,
        Instant updated,
        Instant due) {}
