/** Real hub, edge and counterpart processes on this machine, and the hub's API as a client sees it. */
@NullMarked
package org.quaymark.sim.deployment;

import org.jspecify.annotations.NullMarked;
