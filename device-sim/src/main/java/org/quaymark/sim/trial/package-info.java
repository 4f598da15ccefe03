/** Many scenarios against a deployment of real processes, and what was found in them by kind of goods and finding. */
@NullMarked
package org.quaymark.sim.trial;

import org.jspecify.annotations.NullMarked;
