/** Tests that need a container engine: skipped, with the reason, where there is none. */
@NullMarked
package org.quaymark.sim.containers;

import org.jspecify.annotations.NullMarked;
