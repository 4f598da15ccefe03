/** Plays a scenario's scans against a deployment and measures what comes back. */
@NullMarked
package org.quaymark.sim.replay;

import org.jspecify.annotations.NullMarked;
