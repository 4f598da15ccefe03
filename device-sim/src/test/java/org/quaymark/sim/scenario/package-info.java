@NullMarked
package org.quaymark.sim.scenario;

import org.jspecify.annotations.NullMarked;
