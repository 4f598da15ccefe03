/** The way to the hub: enrolment, signed requests, journal batches and their receipts. */
@NullMarked
package org.quaymark.edge.uplink;

import org.jspecify.annotations.NullMarked;
