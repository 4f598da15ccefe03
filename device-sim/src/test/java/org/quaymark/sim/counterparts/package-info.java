@NullMarked
package org.quaymark.sim.counterparts;

import org.jspecify.annotations.NullMarked;
