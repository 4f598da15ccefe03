/** The simulator's command line. */
@NullMarked
package org.quaymark.sim;

import org.jspecify.annotations.NullMarked;
