/** The audit log: an RFC 6962 Merkle tree with signed checkpoints. */
@NullMarked
package org.quaymark.hub.ledger;

import org.jspecify.annotations.NullMarked;
