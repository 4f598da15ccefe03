@NullMarked
package org.quaymark.sim.replay;

import org.jspecify.annotations.NullMarked;
