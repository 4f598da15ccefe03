@NullMarked
package org.quaymark.sim.deployment;

import org.jspecify.annotations.NullMarked;
