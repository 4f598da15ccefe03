/** Loads a deployment at a constant rate, beside a bare echo over the same broker. */
@NullMarked
package org.quaymark.sim.load;

import org.jspecify.annotations.NullMarked;
