package org.quaymark.edge.journal;

import java.time.Instant;

/**
 * A message that failed twice by our fault and was set aside, whole, so that it can be tried again.
 *
 * @param id 0 before it is stored
 * @param at when it was set aside
 * @param properties what else came with it, as JSON: content type, user properties, response topic, correlation data
 * @param reason what failed, the last time
 * @param attempts how often it was tried
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record DeadLetter(
        long id, Instant at, String topic, byte[] payload, String properties, String reason, int attempts) {}
