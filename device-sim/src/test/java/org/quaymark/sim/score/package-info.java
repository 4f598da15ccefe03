@NullMarked
package org.quaymark.sim.score;

import org.jspecify.annotations.NullMarked;
