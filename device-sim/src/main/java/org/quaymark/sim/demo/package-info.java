/** Everything at once: hub, edge, counterparts and a stream of scans, as real processes. */
@NullMarked
package org.quaymark.sim.demo;

import org.jspecify.annotations.NullMarked;
