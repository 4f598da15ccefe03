/** Judges verdicts against the truth of a scenario. */
@NullMarked
package org.quaymark.sim.score;

import org.jspecify.annotations.NullMarked;
