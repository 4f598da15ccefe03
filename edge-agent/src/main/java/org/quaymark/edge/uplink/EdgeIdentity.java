package org.quaymark.edge.uplink;

import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.log.VerifyingKey;

/**
 * Who the edge is to the hub, once it is enrolled.
 *
 * @param edge its id
 * @param site where it stands, as the hub says
 * @param key its own key pair, which never leaves it
 * @param hubKey the hub's public key: what the hub vouches for is verified with it
 */
public record EdgeIdentity(String edge, String site, SigningKey key, VerifyingKey hubKey) {}
