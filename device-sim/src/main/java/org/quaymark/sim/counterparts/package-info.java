/** A customs office and a platform that receive what the hub sends, and answer. */
@NullMarked
package org.quaymark.sim.counterparts;

import org.jspecify.annotations.NullMarked;
